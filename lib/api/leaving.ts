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
  if (list.length === 0) return []
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
