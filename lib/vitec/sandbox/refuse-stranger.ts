import { sandboxPassword, sandboxUsername } from './sandbox-account'
import { vitecError } from './vitec-error'

const expected = `Basic ${btoa(`${sandboxUsername}:${sandboxPassword}`)}`

/** The 401 for a call without the stand-in's credentials, or `null` when they are right. */
export function refuseStranger(request: Request): Response | null {
  return request.headers.get('authorization') === expected ? null : unauthorised()
}

export function unauthorised(): Response {
  return vitecError(401, 'Authorization has been denied for this request.', {
    headers: { 'WWW-Authenticate': 'Basic realm="Vitec Connect sandbox", charset="UTF-8"' },
  })
}
