import type { LeadStatus } from '@/lib/lead/lead'
import type { AttemptResult } from './attempt-result'
import { nextAttemptTime } from './retry-schedule'

/** What an attempt's result makes of its lead. */
export type Move = {
  status: Exclude<LeadStatus, 'cancelled'>
  /** The last word on the lead: Vitec's own where it said something. */
  word: string
  vitecLeadId: string | null
  nextAttemptAt: Date | null
  /** Why the lead's customer is paused from now on; `null` where it is not. */
  pause: string | null
  /** Whether the answer shows that credentials, rights and path of the lead's customer are right. */
  liftsPause: boolean
}

/**
 * Decides what happens to a lead after an attempt. Pure.
 *
 * Only what is known not to have been saved is tried again; a doubt is never sent again by machine,
 * because Vitec has no idempotency key and would make a second lead.
 */
export function afterAttempt(
  result: AttemptResult,
  at: { attemptsMade: number; now: Date; random: () => number },
): Move {
  const ends = { vitecLeadId: null, nextAttemptAt: null, pause: null, liftsPause: false }
  switch (result.outcome) {
    case 'delivered':
      return {
        ...ends,
        status: 'delivered',
        word: result.vitecLeadId,
        vitecLeadId: result.vitecLeadId,
        liftsPause: true,
      }
    case 'rejected':
      return { ...ends, status: 'rejected', word: result.word, liftsPause: true }
    case 'unknown':
      return { ...ends, status: 'unknown', word: result.word }
    case 'misconfigured':
      return { ...ends, status: 'pending', word: result.word, pause: result.word }
    case 'not_sent':
    case 'not_saved': {
      const nextAttemptAt = nextAttemptTime({ ...at, retryAfterMs: result.retryAfterMs })
      return { ...ends, status: nextAttemptAt ? 'pending' : 'failed', word: result.word, nextAttemptAt }
    }
  }
}
