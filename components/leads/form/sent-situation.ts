import type { DeliverySituation } from '@/components/deliveries/delivery-situation'
import type { SentLead } from '@/lib/leads/lead'

/** How a lead stands that was just taken in. One that waits without a next attempt waits for a person. */
export function sentSituation({ status, word, nextAttemptAt, obstacle }: SentLead): DeliverySituation {
  if (status !== 'pending') return status
  if (obstacle !== null) return 'held'
  if (nextAttemptAt !== null) return 'waiting'
  return word === null ? 'sending' : 'paused'
}
