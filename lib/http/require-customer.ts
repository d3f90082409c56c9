import { mayUseCustomer } from '@/lib/access/customers'
import type { Identity } from '@/lib/access/identity'
import { AppError } from '@/lib/errors'

/** @throws {AppError} `forbidden` where a key may not use a Vitec customer, whether there is one or not */
export function requireCustomer(identity: Identity, vitecCustomerId: string): void {
  if (!mayUseCustomer(identity, vitecCustomerId))
    throw new AppError('forbidden', 'This key may not use that customer_id.')
}
