import { vitecError } from './vitec-error'

/**
 * The 401 for a call without the stand-in's credentials, or `null` when they are right.
 * @param password the usual one unless the stand-in is within reach of others
 */
export function requireCredentials(request: Request, password = sandboxPassword): Response | null {
  const expected = `Basic ${btoa(`${sandboxUsername}:${password}`)}`
  return request.headers.get('authorization') === expected ? null : unauthorised()
}

export function unauthorised(): Response {
  return vitecError(401, 'Authorization has been denied for this request.', {
    headers: { 'WWW-Authenticate': 'Basic realm="Vitec Connect sandbox", charset="UTF-8"' },
  })
}

/** What the stand-in asks for; in sandbox mode these settings need not be made. */
export const sandboxUsername = 'sandbox'
/** No word that an answer may have: it is taken out of all of them. */
export const sandboxPassword = 'not-a-secret'

/** Vitec documents no list of lead sources: the stand-in serves one here, so that refreshing can be tried. */
export const sandboxLeadSourcesPath = '/LeadSources/{customerId}'
