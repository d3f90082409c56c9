import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import { type Draws, type Mood, moods } from './plan'

/** What Vitec does with a request: whether it keeps the lead, and what it answers when. */
export type Treatment = { saves: boolean; afterMs: number; result: AttemptResult }

const noAnswer = { httpStatus: null, answer: null, word: 'x' }
/** Longer than anybody waits. */
const never = 1_000_000

/** What is told where no answer comes in time. */
export const timedOut: AttemptResult = { ...noAnswer, outcome: 'unknown', errorKind: 'timeout' }
/** What is told where the lease was over. */
export const leaseOver: AttemptResult = {
  ...noAnswer,
  outcome: 'not_sent',
  errorKind: 'lease',
  retryAfterMs: null,
}
/** What is told where no connection comes about. */
export const refused: AttemptResult = {
  ...noAnswer,
  outcome: 'not_sent',
  errorKind: 'refused',
  retryAfterMs: null,
}

/** The stand-in for Vitec in a history: what it does with a lead follows from its mood and the draws. */
export function treatmentOf(mood: Mood, draws: Draws, vitecLeadId: string): Treatment {
  const { between, chance, pick } = draws
  const failing = (
    errorKind: 'server_error' | 'limited',
    httpStatus: number,
    retryAfterMs: number | null,
  ) => ({
    saves: false,
    afterMs: between(5, 150),
    result: { ...noAnswer, httpStatus, outcome: 'not_saved' as const, errorKind, retryAfterMs },
  })
  const delivered = (afterMs: number): Treatment => ({
    saves: true,
    afterMs,
    result: { outcome: 'delivered', httpStatus: 200, answer: `"${vitecLeadId}"`, vitecLeadId },
  })
  switch (mood) {
    case 'well':
      return delivered(between(5, 120))
    case 'slow':
      return delivered(between(600, 4_500))
    case 'silent':
      return chance(0.3)
        ? {
            saves: chance(0.7),
            afterMs: between(5, 400),
            result: { ...noAnswer, outcome: 'unknown', errorKind: 'reset' },
          }
        : { ...delivered(never), saves: chance(0.6) }
    case 'failing':
      return chance(0.8) ? failing('server_error', 500, null) : delivered(never)
    case 'limiting':
      return chance(0.7)
        ? failing('limited', 429, pick([null, 20_000, 60_000, 60_000]))
        : delivered(between(600, 3_000))
    case 'closed':
      return {
        saves: false,
        afterMs: between(5, 50),
        result: { ...noAnswer, outcome: 'misconfigured', httpStatus: 403, errorKind: 'rights' },
      }
    case 'refusing':
      return {
        saves: false,
        afterMs: between(5, 50),
        result: { ...noAnswer, outcome: 'rejected', httpStatus: 400 },
      }
    case 'mixed':
      return treatmentOf(pick(moods), draws, vitecLeadId)
  }
}
