import { AppError } from '@/lib/errors'
import { errorAnswer } from './error-answer'

type Context<P> = { params: P; requestId: string }
type Handle<P> = (request: Request, context: Context<P>) => Promise<Response>

/**
 * A route handler that always answers in the contract's shape, with `X-Request-Id`, never cached:
 * whatever `handle` throws becomes its answer.
 */
export function route<P = unknown>(handle: Handle<P>) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const requestId = crypto.randomUUID()
    const answer = await Promise.resolve(params)
      .then((params) => handle(request, { params, requestId }))
      .catch((error: unknown) => errorAnswer(error, requestId))
    answer.headers.set('X-Request-Id', requestId)
    if (!answer.headers.has('Cache-Control')) answer.headers.set('Cache-Control', 'no-store')
    return answer
  }
}

/** A handler for the methods a route does not have: 405 in the contract's shape, with `Allow`. */
export function methodNotAllowed(...allowed: string[]) {
  return route(async (request, { requestId }) => {
    const message = `${request.method} is not allowed here; ${allowed.join(', ')} is.`
    const answer = errorAnswer(new AppError('method_not_allowed', message), requestId)
    answer.headers.set('Allow', allowed.join(', '))
    return answer
  })
}
