/** Set by scripts/start/gate.mjs before any page is made, over whatever a caller sent in it. */
const header = 'x-lead-api-asked'

/** The path and query of a request, which Next tells no page; `null` where the server was not started by us. */
export function askedAddress(headers: Headers): string | null {
  return headers.get(header)
}
