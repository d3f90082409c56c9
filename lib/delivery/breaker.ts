import type { AttemptResult } from './attempt-result'

const second = 1000
const minute = 60 * second

/** So many different leads in a row that met trouble are Vitec's trouble, not theirs. */
const leadsInARow = 5

/** The shortest and the longest time between two probes, in ms. */
const shortestPause = 30 * second
const longestPause = 10 * minute

/** How many of the latest ended attempts {@link breakerUntil} needs to see. */
export const breakerMemory = 20

export type EndedAttempt = { leadId: string; outcome: AttemptResult['outcome']; endedAt: Date }

/**
 * Until when Vitec is left alone because it fails as a whole, or `null` when it does not. From then on one lead at a
 * time is let through, to see whether Vitec is back; each one that fails makes the wait as long again as the trouble
 * has lasted. One answer from Vitec that is about the lead ends it.
 *
 * It stands in the attempts themselves, so all instances agree and a restart forgets nothing. What it is for: while
 * Vitec times out, every attempt makes one more doubt that a person has to settle.
 *
 * @param latest the latest ended attempts, newest first
 */
export function breakerUntil(latest: EndedAttempt[]): Date | null {
  const end = latest.findIndex(({ outcome }) => !isTrouble(outcome))
  const run = end === -1 ? latest : latest.slice(0, end)
  const [newest] = run
  const tripped = trippedAt(run)
  if (!newest || !tripped) return null
  const lasted = newest.endedAt.getTime() - tripped.getTime()
  const wait = Math.min(Math.max(lasted, shortestPause), longestPause)
  return new Date(newest.endedAt.getTime() + wait)
}

/** A refusal, and wrong credentials, are answers: Vitec is there. */
function isTrouble(outcome: EndedAttempt['outcome']): boolean {
  return outcome === 'not_sent' || outcome === 'not_saved' || outcome === 'unknown'
}

/** When the last of enough different leads met trouble. */
function trippedAt(run: EndedAttempt[]): Date | null {
  const leads = new Set<string>()
  for (const { leadId, endedAt } of run.toReversed()) {
    leads.add(leadId)
    if (leads.size === leadsInARow) return endedAt
  }
  return null
}
