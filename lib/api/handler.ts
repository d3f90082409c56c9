import { identify } from '@/lib/auth/identify'
import type { Identity } from '@/lib/auth/identity'
import { can, type Permission } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { refuseForeignPage } from './csrf'
import { errorResponse } from './error-response'
import { limitIntake } from './limit-intake'
import { Patience } from './patience'

/** What Next calls. `P`: the parts of its address, by name. */
export type RouteHandler<P = unknown> = (
  request: Request,
  context: { params: Promise<P> },
) => Promise<Response>

/**
 * `limits`: headers of the answer, whatever that will be, that say how the caller's limits stand.
 * `patience`: how long the caller may still be kept waiting for what must not wait; letting them in took of it.
 */
export type Asked = { request: Request; requestId: string; limits: Headers; patience: Patience }

/**
 * Lets in only whom `need` allows (401 for a caller nobody knows, 403 for one who may not), counts what systems send (429
 * over a limit), and always answers in the contract's shape, with `X-Request-Id`, never cached: whatever `work` throws
 * becomes its answer. The caller of what is public is `null`.
 */
export function handler<P>(
  need: Permission,
  work: (asked: Asked, identity: Identity | null, params: Promise<P>) => Promise<Response>,
): RouteHandler<P> {
  return async (request, { params }) => {
    const asked = { request, requestId: crypto.randomUUID(), limits: new Headers(), patience: new Patience() }
    const answer = await asked.patience
      .with(() => letIn(request, need, asked.limits))
      .then((identity) => work(asked, identity, params))
      .catch((error: unknown) => errorResponse(error, asked.requestId, request.method))
    answer.headers.set('X-Request-Id', asked.requestId)
    for (const [name, value] of asked.limits) answer.headers.set(name, value)
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store')
    return answer
  }
}

async function letIn(request: Request, need: Permission, limits: Headers): Promise<Identity | null> {
  if (need === 'public') {
    refuseForeignPage(request)
    // Nothing that a stranger sent is read before the address it came from is counted.
    if (request.body !== null) await limitIntake(request, null, limits)
    return null
  }
  const identity = await identify(request.headers)
  if (need === 'intake') await limitIntake(request, identity, limits)
  if (!identity) throw new AppError('unauthenticated', 'Sign in, or send an API key.')
  if (!can(identity, need)) throw new AppError('forbidden', 'You may not do this.')
  // A key is never sent by a browser on its own.
  if (identity.kind !== 'key') refuseForeignPage(request)
  return identity
}
