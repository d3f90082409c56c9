import type { LeadStatus, SentLead } from '@/lib/leads/lead'
import type { LeadRecord } from '@/lib/leads/lead-view'

/** How a lead stands, told finer than by its status: what waits may be under way, or wait for a person. */
export type DeliverySituation =
  | Exclude<LeadStatus, 'pending'>
  | 'sending'
  | 'elsewhere'
  | 'held'
  | 'restored'
  | 'paused'
  | 'waiting'

type Standing = Pick<LeadRecord, 'status' | 'customerPaused' | 'obstacle' | 'nextAttemptAt'> & {
  attempts: readonly Pick<LeadRecord['attempts'][number], 'endedAt'>[]
}

export function deliverySituation({
  status,
  customerPaused,
  obstacle,
  attempts,
}: Standing): DeliverySituation {
  if (status !== 'pending') return status
  if (attempts.some(({ endedAt }) => endedAt === null)) return 'sending'
  if (obstacle === 'environment') return 'elsewhere'
  if (obstacle === 'restore') return 'restored'
  if (obstacle === 'hold') return 'held'
  return customerPaused ? 'paused' : 'waiting'
}

const now = 1_500
const soon = 3_000
const later = 30_000
const nearby = 60_000

/** Milliseconds until a record is worth reading again; `false` where nothing changes by itself. */
export function recordInterval(standing: Standing, at: Date): number | false {
  switch (deliverySituation(standing)) {
    case 'sending':
      return now
    case 'waiting': {
      const next = standing.nextAttemptAt
      return next === null || new Date(next).getTime() - at.getTime() < nearby ? soon : later
    }
    case 'paused':
    case 'held':
    case 'restored':
      return later
    default:
      return false
  }
}

/** How a lead stands that was just taken in. One that waits without a next attempt waits for a person. */
export function sentSituation({ status, word, nextAttemptAt, obstacle }: SentLead): DeliverySituation {
  if (status !== 'pending') return status
  if (obstacle !== null) return 'held'
  if (nextAttemptAt !== null) return 'waiting'
  return word === null ? 'sending' : 'paused'
}
