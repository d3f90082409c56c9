import { sandboxPassword, sandboxUsername } from './sandbox-account'
import { vitecError } from './vitec-error'

/**
 * The 401 for a call without the stand-in's credentials, or `null` when they are right.
 * @param password the usual one unless the stand-in is within reach of others
 */
export function refuseStranger(request: Request, password = sandboxPassword): Response | null {
  const expected = `Basic ${btoa(`${sandboxUsername}:${password}`)}`
  return request.headers.get('authorization') === expected ? null : unauthorised()
}

export function unauthorised(): Response {
  return vitecError(401, 'Authorization has been denied for this request.', {
    headers: { 'WWW-Authenticate': 'Basic realm="Vitec Connect sandbox", charset="UTF-8"' },
  })
}
