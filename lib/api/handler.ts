import { can, type Identity, type Permission } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import { requestId } from '@/lib/request-notes'
import { identify, limitIntake, unknownCaller } from './caller'
import { refuseForeignPage } from './csrf'
import { errorResponse } from './error-response'
import { leaving, leavingHeaders } from './leaving'

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
 * Lets in only whom `need` allows (401 for an unknown caller, 403 for one who may not), counts what systems send (429
 * over a limit), and always answers in the contract's shape, with `X-Request-Id`, never cached: whatever `work` throws
 * becomes its answer. The caller of what is public is `null`. `onItsWayOut`: what answers say will go.
 */
export function handler<P>(
  need: Permission,
  work: (asked: Asked, identity: Identity | null, params: Promise<P>) => Promise<Response>,
  onItsWayOut = leaving,
): RouteHandler<P> {
  return async (request, { params }) => {
    const asked = { request, requestId: requestId(), limits: new Headers(), patience: new Patience() }
    const answer = await asked.patience
      .with(() => letIn(request, need, asked.limits))
      .then((identity) => work(asked, identity, params))
      .catch((error: unknown) => errorResponse(error, asked.requestId, request.method))
    answer.headers.set('X-Request-Id', asked.requestId)
    if (answer.status === 401) answer.headers.set('WWW-Authenticate', challenge)
    for (const [name, value] of asked.limits) answer.headers.set(name, value)
    if (onItsWayOut.length > 0)
      for (const [name, value] of leavingHeaders(onItsWayOut, request)) answer.headers.set(name, value)
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store')
    return answer
  }
}

/** How to say who one is (RFC 9110, 11.6.1; RFC 6750). Browsers have no dialog of their own for it. */
const challenge = 'Bearer realm="Lead API"'

async function letIn(request: Request, need: Permission, limits: Headers): Promise<Identity | null> {
  if (need === 'public') {
    refuseForeignPage(request)
    // Nothing that a stranger sent is read before the address it came from is counted.
    if (request.body !== null) await limitIntake(request, null, limits)
    return null
  }
  const identity = await identify(request.headers)
  if (need === 'intake') await limitIntake(request, identity, limits)
  if (!identity) throw await unknownCaller(request.headers)
  if (!can(identity, need)) throw new AppError('forbidden', 'You may not do this.')
  // A key is never sent by a browser on its own.
  if (identity.kind !== 'key') refuseForeignPage(request)
  return identity
}

/** In ms. A caller is answered within 5 s: what is left is for us and the network. */
const usual = 4_500

/**
 * How long a caller is kept waiting for the database, over all steps of a request together: what they send meanwhile,
 * and what may rightly take longer, is not counted.
 */
export class Patience {
  #left: number

  constructor(ms = usual) {
    this.#left = ms
  }

  /**
   * Waits for work, which goes on when the patience is over. Once it has called `onSafe` it may take as long as it does.
   * @throws {Error} when the patience is over
   */
  async with<T>(work: (onSafe: () => void) => Promise<T>): Promise<T> {
    const began = performance.now()
    let timer: NodeJS.Timeout | undefined
    const over = new Promise<never>((_resolve, reject) => {
      const giveUp = () =>
        reject(
          Object.assign(new Error('the database kept a caller waiting for too long'), {
            code: 'KEPT_WAITING',
          }),
        )
      timer = setTimeout(giveUp, this.#left)
    })
    const stopCounting = () => clearTimeout(timer)
    try {
      return await Promise.race([work(stopCounting), over])
    } finally {
      stopCounting()
      this.#left = Math.max(0, this.#left - (performance.now() - began))
    }
  }
}
