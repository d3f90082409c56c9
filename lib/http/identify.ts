import type { Identity } from '@/lib/access/identity'
import { AppError } from '@/lib/errors'

/** Who makes a request with these headers; `null` where nobody can be told. */
export type Identify = (headers: Headers) => Promise<Identity | null>

declare global {
  /** Given by the wiring at start; here because Next bundles it and the routes apart. */
  var leadApiIdentify: Identify | undefined
}

/**
 * Says from now on how callers are told apart; `undefined`: that nobody can be.
 */
export function identifyWith(identify: Identify | undefined): void {
  globalThis.leadApiIdentify = identify
}

/** Who makes a request. @throws {AppError} `unavailable` before the start has ended and after the stop. */
export async function identify(headers: Headers): Promise<Identity | null> {
  if (!globalThis.leadApiIdentify)
    throw new AppError('unavailable', 'The service is starting or stopping. Try again.')
  return globalThis.leadApiIdentify(headers)
}
