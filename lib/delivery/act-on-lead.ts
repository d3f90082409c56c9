import { AppError } from '@/lib/errors'
import type { DeliveryStore } from './delivery-store'
import type { PlainAction } from './moves'

/**
 * Does what a person decided. For `send_again` the lead is due then; the attempt itself is the caller's to start.
 * @throws {AppError} `not_allowed` where the lead's status does not allow it, or an attempt is under way.
 */
export async function actOnLead(
  store: DeliveryStore,
  leadId: string,
  action: PlainAction,
  now: Date,
): Promise<void> {
  if (await store.act(leadId, action, now)) return
  throw new AppError('not_allowed', 'The lead does not allow that now, or an attempt is under way.')
}
