import type { LeadStatus } from '@/lib/leads/lead'
import type { AttemptResult, ErrorKind } from './attempt-result'

/** How long a customer is left alone where Vitec does not say, in ms. */
const shortestHold = 5_000

/** What an attempt's result makes of its lead. */
export type AfterAttempt = {
  status: Exclude<LeadStatus, 'cancelled'>
  /** The last word on the lead: Vitec's own where it said something. */
  word: string
  vitecLeadId: string | null
  /** In ms, where it waits for another attempt; `null` where none is due by itself. */
  retryInMs: number | null
  /** Why the lead's customer is paused from now on; `null` where it is not. No word of Vitec's: that may name the person. */
  pause: ErrorKind | null
  /** How long nothing of its customer is sent, in ms: Vitec said that it was too much. */
  holdsCustomerMs: number | null
  /** Whether what it met is not to be held against Vitec: its customer's id is one of the stand-in's own. */
  saysNothingOfVitec: boolean
}

/**
 * Decides what happens to a lead after an attempt. Pure.
 *
 * Only what is known not to have been saved is tried again; a doubt is never sent again by machine,
 * because Vitec has no idempotency key and would make a second lead.
 */
export function afterAttempt(
  result: AttemptResult,
  at: { attemptsMade: number; saysNothingOfVitec: boolean; random: () => number; pace?: number | undefined },
): AfterAttempt {
  const { saysNothingOfVitec } = at
  const ends = { vitecLeadId: null, retryInMs: null, pause: null, holdsCustomerMs: null, saysNothingOfVitec }
  switch (result.outcome) {
    case 'delivered':
      return {
        ...ends,
        status: 'delivered',
        word: result.vitecLeadId,
        vitecLeadId: result.vitecLeadId,
      }
    case 'rejected':
      return { ...ends, status: 'rejected', word: result.word }
    case 'unknown':
      return { ...ends, status: 'unknown', word: result.word }
    case 'misconfigured':
      return { ...ends, status: 'pending', word: result.word, pause: result.errorKind }
    case 'not_sent':
    case 'not_saved': {
      const { word, errorKind, retryAfterMs } = result
      const retryInMs = nextAttemptDelay({ ...at, retryAfterMs })
      const holdsCustomerMs =
        errorKind === 'limited' ? Math.min(retryAfterMs ?? shortestHold, longestRetryAfter) : null
      return { ...ends, status: retryInMs === null ? 'failed' : 'pending', word, retryInMs, holdsCustomerMs }
    }
  }
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/** Milliseconds to wait after the first attempt, the second, and so on; past the end a lead has `failed`. */
export const retryDelays = [
  5 * second,
  30 * second,
  2 * minute,
  10 * minute,
  1 * hour,
  3 * hour,
  6 * hour,
  12 * hour,
  24 * hour,
] as const

/** The longest `Retry-After` that is honoured, in ms. */
export const longestRetryAfter = hour

const jitter = 0.2

/**
 * In how many ms the next attempt is due after `attemptsMade` attempts (1 or more), or `null` when it is time to give up.
 *
 * Up to a fifth is added at random, so that leads that failed together do not come back together.
 * A `Retry-After` (ms) makes the wait longer, never shorter. The schedule's waits are multiplied by `pace`, 1 by default.
 */
export function nextAttemptDelay(options: {
  attemptsMade: number
  retryAfterMs: number | null
  random: () => number
  pace?: number | undefined
}): number | null {
  const delay = retryDelays[options.attemptsMade - 1]
  if (delay === undefined) return null
  const asked = Math.min(options.retryAfterMs ?? 0, longestRetryAfter)
  return Math.round(Math.max(delay * (options.pace ?? 1), asked) * (1 + jitter * options.random()))
}
