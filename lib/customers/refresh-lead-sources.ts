import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import type { NewLeadSource } from './customer'
import type { CustomerStore } from './customer-store'

/** What a Vitec that lists lead sources answers; `reason` in its or our words. */
export type ListedLeadSources = { ok: true; leadSources: NewLeadSource[] } | { ok: false; reason: string }

/**
 * Takes over a customer's lead sources from Vitec.
 * @throws {AppError} `not_found`, or `neighbour_failed` with Vitec's reason.
 */
export async function refreshLeadSources(
  ports: { store: CustomerStore; list: (vitecCustomerId: string) => Promise<ListedLeadSources> },
  customerId: string,
  requester: Requester,
): Promise<{ added: number; renamed: number }> {
  const customer = await ports.store.find(customerId)
  if (!customer) throw new AppError('not_found', 'There is no such customer.')
  const listed = await ports.list(customer.vitecId)
  if (!listed.ok) throw new AppError('neighbour_failed', listed.reason)
  return ports.store.merge(customerId, listed.leadSources, requester)
}
