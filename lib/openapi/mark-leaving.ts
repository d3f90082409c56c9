import type { createDocument } from 'zod-openapi'
import type { Leaving } from '@/lib/api/leaving'

type Document = ReturnType<typeof createDocument>
type Components = NonNullable<Document['components']>
type Schema = NonNullable<Components['schemas']>[string]
/** An operation, or what a field may be. */
type Marked = { deprecated?: boolean; description?: string }

const headers: NonNullable<Components['headers']> = {
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
  document.components = { ...document.components, headers: { ...document.components?.headers, ...headers } }
  for (const response of Object.values(operationOf(document, operation)?.responses ?? {})) {
    if ('$ref' in response) continue
    response.headers = {
      ...response.headers,
      ...{ Deprecation: ref('Deprecation'), Sunset: ref('Sunset'), Link: ref('DeprecationLink') },
    }
  }
}
