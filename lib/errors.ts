/** Every way a request can be refused, with the status that HTTP has for it. */
export const httpStatus = {
  not_http: 400,
  invalid_address: 400,
  too_slow: 408,
  wrong_expectation: 417,
  wrong_host: 421,
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
} as const

export type ErrorCode = keyof typeof httpStatus
// Of an object that is written out above there are no keys but its own.
export const errorCodes = Object.keys(httpStatus) as ErrorCode[]

const brand = Symbol.for('lead-api.app-error')

/**
 * A refusal with a closed code and a message in English for the caller.
 * `details` are further members of the answer; none of them may hold personal data of others.
 * `retryAfter`: seconds after which the same request may succeed.
 */
export class AppError extends Error {
  readonly [brand] = true

  /** By its brand: Next bundles the routes and `lib/composition` apart, and each bundle has a class of its own. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === 'object' && value !== null && brand in value
  }

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Record<string, unknown> = {},
    readonly retryAfter: number | null = null,
  ) {
    super(message)
  }
}
