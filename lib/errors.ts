/** Every way a request can be refused; `lib/api/error-response.ts` alone knows what HTTP makes of each. */
export const errorCodes = [
  'not_json',
  'wrong_content_type',
  'body_too_large',
  'address_too_long',
  'header_too_long',
  'invalid_fields',
  'message_changed',
  'no_default_customer',
  'invalid_idempotency_key',
  'key_reused',
  'key_in_flight',
  'not_found',
  'not_allowed',
  'already_exists',
  'replaced',
  'in_doubt',
  'draft_changed',
  'set_changed',
  'id_reused',
  'too_many',
  'method_not_allowed',
  'unauthenticated',
  'forbidden',
  'foreign_page',
  'rate_limited',
  'wrong_credentials',
  'wrong_password',
  'wrong_code',
  'last_administrator',
  'neighbour_failed',
  'unavailable',
] as const

export type ErrorCode = (typeof errorCodes)[number]

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
