import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import type { DeliveryStore } from './delivery-store'
import type { PlainAction } from './moves'

/**
 * Does what a person decided. For `send_again` the lead is due then; the attempt itself is the caller's to start.
 * @param seen the number of attempts that the person knows of, where that matters
 * @throws {AppError} `not_allowed` where the lead's status does not allow it, an attempt is under way, or was made since.
 */
export async function actOnLead(
  store: DeliveryStore,
  leadId: string,
  action: PlainAction,
  requester: Requester,
  seen?: number,
): Promise<void> {
  if (await store.act(leadId, action, requester, seen)) return
  throw new AppError(
    'not_allowed',
    'The lead does not allow that now, an attempt is under way, or one was made since you looked.',
  )
}
