import { AppError } from '@/lib/errors'
import type { LeadStatus } from '@/lib/lead/lead'
import type { DeliveryStore } from './delivery-store'

/** The states from which staff may send a lead again: every end but delivered, and waiting for its next attempt. */
export const sendAgainFrom: readonly LeadStatus[] = ['pending', 'rejected', 'unknown', 'failed', 'cancelled']

/**
 * Makes a lead due now, at a person's word. The attempt itself is the caller's to start.
 * @throws {AppError} `not_allowed` where the lead is delivered or an attempt is under way.
 */
export async function sendAgain(store: DeliveryStore, leadId: string, now: Date): Promise<void> {
  if (await store.makeDue(leadId, sendAgainFrom, now)) return
  throw new AppError('not_allowed', 'The lead is delivered, or an attempt is under way.')
}
