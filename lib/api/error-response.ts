import { AppError, type ErrorCode } from '@/lib/errors'
import { log, loggable } from '@/lib/log'

const httpStatus: Record<ErrorCode, number> = {
  not_json: 400,
  wrong_content_type: 415,
  body_too_large: 413,
  address_too_long: 414,
  header_too_long: 431,
  invalid_fields: 422,
  no_default_customer: 422,
  invalid_idempotency_key: 422,
  key_reused: 422,
  key_in_flight: 409,
  message_changed: 409,
  not_found: 404,
  not_allowed: 409,
  already_exists: 409,
  replaced: 409,
  in_doubt: 409,
  draft_changed: 409,
  set_changed: 409,
  id_reused: 409,
  too_many: 422,
  method_not_allowed: 405,
  unauthenticated: 401,
  forbidden: 403,
  foreign_page: 403,
  rate_limited: 429,
  wrong_credentials: 401,
  wrong_password: 422,
  wrong_code: 422,
  last_administrator: 409,
  neighbour_failed: 502,
  unavailable: 503,
}

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
