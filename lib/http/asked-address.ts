/** Written by server/gate.ts before any page is made, over whatever a caller sent in it. */
export const askedHeader = 'x-lead-api-asked'

/** The path and query of a request, which Next tells no page; `null` where the server was not started by us. */
export function askedAddress(headers: Headers): string | null {
  return headers.get(askedHeader)
}
