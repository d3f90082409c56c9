import type { createDocument } from 'zod-openapi'

/**
 * Something of the API that is on its way out. `operation`: a method and an address as the OpenAPI document has them. With
 * `field` only that field of it is, by the schema that it is in and its dotted name there. `since` and `until`: days, the last one the
 * first on which it is gone. `link`: where its readers are told more.
 */
export type Leaving = {
  operation: string
  field?: { schema: string; name: string }
  since: string
  until: string
  instead: string
  link: string
}

/**
 * All that is on its way out. An entry here marks it in the OpenAPI document, puts it on `/docs`, and has the operation's answers say
 * so; the changelog has a line, too. It stays for at least twelve months, as `docs/api.md` promises.
 */
export const leaving: readonly Leaving[] = []

/**
 * What answers of an operation say of its end: `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and links to who tells more. Where only
 * a field goes the address stays, and so there is a link and nothing else. None where nothing of it is leaving.
 */
export function leavingHeaders(
  list: readonly Leaving[],
  { method, url }: Pick<Request, 'method' | 'url'>,
): [string, string][] {
  const path = new URL(url).pathname
  const concerned = list.filter(({ operation }) => isAsked(operation, method, path))
  const links = new Set(concerned.map(({ link }) => `<${link}>; rel="deprecation"; type="text/html"`))
  const whole = concerned.find(({ field }) => field === undefined)
  if (!whole) return links.size === 0 ? [] : [['Link', [...links].join(', ')]]
  return [
    ['Deprecation', `@${Date.parse(whole.since) / 1_000}`],
    ['Sunset', new Date(whole.until).toUTCString()],
    ['Link', [...links, `<${whole.link}>; rel="sunset"; type="text/html"`].join(', ')],
  ]
}

/** HEAD is asked of what GET answers; some addresses are answered without `/api`, too. */
function isAsked(operation: string, method: string, path: string): boolean {
  const [ofMethod, ofPath = ''] = operation.split(' ')
  if (ofMethod !== (method === 'HEAD' ? 'GET' : method)) return false
  const [wanted, asked] = [ofPath, path.startsWith('/api/') ? path : `/api${path}`].map((one) =>
    one.split('/'),
  )
  return (
    wanted?.length === asked?.length &&
    wanted?.every((part, at) => part.startsWith('{') || part === asked?.[at]) === true
  )
}

type Document = ReturnType<typeof createDocument>
type Components = NonNullable<Document['components']>
type Schema = NonNullable<Components['schemas']>[string]
/** An operation, or what a field may be. */
type Marked = { deprecated?: boolean; description?: string }

const answerHeaders: NonNullable<Components['headers']> = {
  Deprecation: {
    description:
      'Since when the operation is on its way out, as RFC 9745 writes it: `@` and seconds since 1970.',
    schema: { type: 'string', examples: ['@1799539200'] },
  },
  Sunset: {
    description: 'When it is gone (RFC 8594).',
    schema: { type: 'string', examples: ['Tue, 01 Feb 2028 00:00:00 GMT'] },
  },
  DeprecationLink: {
    description: 'With `rel="deprecation"` and `rel="sunset"`: where it is said what to take instead.',
    schema: { type: 'string' },
  },
}

const ref = (name: string) => ({ $ref: `#/components/headers/${name}` })

/** Says in a document of what leaves that it does. @throws {Error} for what is not in it */
export function markLeaving(document: Document, list: readonly Leaving[]): Document {
  for (const entry of list) {
    const marked: Marked | undefined = entry.field
      ? fieldOf(document.components?.schemas?.[entry.field.schema], entry.field.name)
      : operationOf(document, entry.operation)
    if (!marked) throw new Error(`What leaves is not in the document: ${JSON.stringify(entry)}`)
    marked.deprecated = true
    const said = `On its way out since ${entry.since}, gone from ${entry.until} on. Instead: ${entry.instead}.`
    marked.description = [marked.description, said].filter(Boolean).join('\n\n')
    if (!entry.field) addHeaders(document, entry.operation)
  }
  return document
}

function operationOf(document: Document, operation: string) {
  const [method = '', path = ''] = operation.split(' ')
  const known = document.paths?.[path]
  return { GET: known?.get, POST: known?.post, PUT: known?.put, DELETE: known?.delete }[method]
}

function fieldOf(schema: Schema | undefined, name: string): Schema | undefined {
  return name
    .split('.')
    .reduce<Schema | undefined>(
      (found, part) => (found && 'properties' in found ? found.properties?.[part] : undefined),
      schema,
    )
}

/** Every answer has them; those that operations share are shared with some that stay, and say nothing. */
function addHeaders(document: Document, operation: string): void {
  document.components = {
    ...document.components,
    headers: { ...document.components?.headers, ...answerHeaders },
  }
  for (const response of Object.values(operationOf(document, operation)?.responses ?? {})) {
    if ('$ref' in response) continue
    response.headers = {
      ...response.headers,
      ...{ Deprecation: ref('Deprecation'), Sunset: ref('Sunset'), Link: ref('DeprecationLink') },
    }
  }
}
