import type { AttemptReason, DeliveryStore, OpenAttempt } from '@/lib/delivery/delivery-store'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'

export const request = { url: 'http://127.0.0.1/Person', body: '{"firstName":"Erik"}' }

/** For tests that are about something else: room for all, and no customer whose failures count. */
export const noLimits: OutboundLimits = {
  atOnce: 10_000,
  perSecond: 10_000,
  timeoutMs: 30_000,
  magicPrefix: '',
}

/** Opens an attempt, or `null` where none is to be had, for whatever reason. */
export async function beginAttempt(
  store: DeliveryStore,
  leadId: string,
  now: Date,
  reason: AttemptReason = 'waiting',
): Promise<OpenAttempt | null> {
  const opening = await store.openAttempt(leadId, request, { now, random: 0, reason })
  return opening.kind === 'opened' ? opening.attempt : null
}
