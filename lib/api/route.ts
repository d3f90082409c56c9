import { identify } from '@/lib/auth/identify'
import type { Identity } from '@/lib/auth/identity'
import { meets, type Need } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { refuseForeignPage } from './csrf'
import { errorAnswer } from './error-response'
import { limitIntake } from './limit-intake'
import { Patience } from './patience'

/**
 * `limits`: headers of the answer, whatever that will be, that say how the caller's limits stand.
 * `patience`: how long the caller may still be kept waiting for what must not wait; letting them in took of it.
 */
type Context<P, I> = { params: P; requestId: string; identity: I; limits: Headers; patience: Patience }
type Handle<P, I> = (request: Request, context: Context<P, I>) => Promise<Response>
type RouteHandler<P> = (request: Request, context: { params: Promise<P> }) => Promise<Response>

/**
 * A route handler that lets in only whom `need` allows (401 for nobody, 403 for one who may not), counts what systems
 * send (429 over a limit), and always answers in the contract's shape, with `X-Request-Id`, never cached: whatever
 * `handle` throws becomes its answer.
 */
export function route<P = unknown>(need: 'public', handle: Handle<P, null>): RouteHandler<P>
export function route<P = unknown>(
  need: Exclude<Need, 'public'>,
  handle: Handle<P, Identity>,
): RouteHandler<P>
export function route<P>(need: Need, handle: Handle<P, null> | Handle<P, Identity>): RouteHandler<P> {
  // The overloads see to it that only a public route's `handle` gets null.
  const answerAs = handle as Handle<P, Identity | null>
  return async (request, { params }) => {
    const requestId = crypto.randomUUID()
    const limits = new Headers()
    const patience = new Patience()
    const answer = await patience
      .with(() => letIn(request, need, limits))
      .then(async (identity) =>
        answerAs(request, { params: await params, requestId, identity, limits, patience }),
      )
      .catch((error: unknown) => errorAnswer(error, requestId, request.method))
    answer.headers.set('X-Request-Id', requestId)
    for (const [name, value] of limits) answer.headers.set(name, value)
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store')
    return answer
  }
}

async function letIn(request: Request, need: Need, limits: Headers): Promise<Identity | null> {
  if (need === 'public') {
    refuseForeignPage(request)
    // Nothing that a stranger sent is read before the address it came from is counted.
    if (request.body !== null) await limitIntake(request, null, limits)
    return null
  }
  const identity = await identify(request.headers)
  if (need === 'intake') await limitIntake(request, identity, limits)
  if (!identity) throw new AppError('unauthenticated', 'Sign in, or send an API key.')
  if (!meets(identity, need)) throw new AppError('forbidden', 'You may not do this.')
  // A key is never sent by a browser on its own.
  if (identity.kind !== 'key') refuseForeignPage(request)
  return identity
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const
type Method = (typeof methods)[number]
type Others<M extends Method> = Record<Exclude<Method, M> | 'OPTIONS', RouteHandler<unknown>>

/**
 * What a route does with the methods it does not have, which has to be exported beside those it has: 405 in the
 * contract's shape; and OPTIONS, which tells the methods that work. Next's own answers have no body, and no `Allow`.
 */
export function others<M extends Method>(...has: M[]): Others<M> {
  const allow = [...has, ...(isOneOf('GET', has) ? ['HEAD'] : [])]
  const refuse = route('public', async (request, { requestId }) => {
    const message = `${request.method} is not allowed here; ${has.join(', ')} is.`
    const answer = errorAnswer(new AppError('method_not_allowed', message), requestId)
    answer.headers.set('Allow', allow.join(', '))
    return answer
  })
  const tell = route('public', async () => {
    return new Response(null, { status: 204, headers: { Allow: [...allow, 'OPTIONS'].join(', ') } })
  })
  const refused = methods.filter((method) => !isOneOf(method, has)).map((method) => [method, refuse])
  // Every method that is not among `has` is in it: the type says no more than that.
  return { ...Object.fromEntries(refused), OPTIONS: tell } as Others<M>
}

const isOneOf = (method: Method, some: readonly Method[]) => some.includes(method)
