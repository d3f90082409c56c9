import type { Identity } from '@/lib/auth/identity'
import { AppError } from '@/lib/errors'

/** Whether a caller may have to do with a Vitec customer. People may with all. */
export function mayUseCustomer(identity: Identity, vitecCustomerId: string): boolean {
  return (
    identity.kind !== 'key' || identity.customers === null || identity.customers.includes(vitecCustomerId)
  )
}

/**
 * The customer that a caller means who names none: a key's only one, else that of the settings, if the caller may
 * use it; `null` where there is none.
 */
export function defaultCustomer(identity: Identity, ofSettings: string | null): string | null {
  if (identity.kind === 'key' && identity.customers?.length === 1) return identity.customers[0] ?? null
  return ofSettings !== null && mayUseCustomer(identity, ofSettings) ? ofSettings : null
}

/** @throws {AppError} `forbidden` where a key may not use a Vitec customer, whether there is one or not */
export function requireCustomer(identity: Identity, vitecCustomerId: string): void {
  if (!mayUseCustomer(identity, vitecCustomerId))
    throw new AppError('forbidden', 'This key may not use that customer_id.')
}
