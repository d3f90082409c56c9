import { AppError, httpStatus } from '@/lib/errors'
import { log, loggable } from '@/lib/log'

/** Seconds a caller is asked to wait where the error itself does not say. */
const retryAfter = 5

/** What is true of a failure of ours, whenever it came: what was sent may have been stored by then, or may be yet. */
const failed = {
  read: 'The service cannot answer right now. Try again.',
  write:
    'The service cannot answer right now: it is not known whether this was stored. Repeat it with the same Idempotency-Key.',
}

/**
 * The answer for anything thrown: `{ status: 'ERROR', code, message, ... }`.
 * What is not an {@link AppError} is our own failure: logged without its data, answered as 503.
 */
export function errorResponse(error: unknown, requestId: string, method = 'GET'): Response {
  const known = error instanceof AppError ? error : unexpected(error, requestId, method)
  const body = {
    status: 'ERROR',
    code: known.code,
    message: known.message,
    ...known.details,
    request_id: requestId,
  }
  const wait = known.retryAfter ?? (known.code === 'unavailable' ? retryAfter : null)
  return Response.json(body, {
    status: httpStatus[known.code],
    headers: wait ? { 'Retry-After': String(wait) } : {},
  })
}

function unexpected(error: unknown, requestId: string, method: string): AppError {
  log.error({ request_id: requestId, ...loggable(error) }, 'a request failed')
  return new AppError('unavailable', method === 'GET' || method === 'HEAD' ? failed.read : failed.write)
}
