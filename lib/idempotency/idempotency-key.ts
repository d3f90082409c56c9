import { AppError } from '@/lib/errors'

const visibleAscii = /^[\x21-\x7e]{1,255}$/

/**
 * The key of an `Idempotency-Key` header, quoted (as a structured field) or not; `null` where there is none.
 * @throws {AppError} `invalid_idempotency_key` for anything but 1 to 255 visible ASCII characters.
 */
export function idempotencyKey(header: string | null): string | null {
  if (header === null) return null
  const key = header.trim().replace(/^"(.*)"$/, '$1')
  if (visibleAscii.test(key)) return key
  throw new AppError('invalid_idempotency_key', 'Idempotency-Key must be 1-255 visible ASCII characters.')
}
