import type { AttemptRow } from '../state'
import { byText, latest, leadOf, type Model } from './model'

const second = 1_000
const unanswered = ['not_sent', 'not_saved', 'unknown']

/** Until when nothing is sent at all, or `null`. */
export function heldUntil(model: Model): number | null {
  return model.state.troubles.length < 2 ? null : latest(limitedUntil(model), failingUntil(model))
}

function limitedUntil({ state, now }: Model): number | null {
  const limited = state.troubles.filter(
    ({ limitedAt }) => limitedAt !== null && limitedAt > now - 60 * second,
  )
  if (limited.length < 2) return null
  const held = latest(...limited.map((it) => it.heldUntil)) ?? Infinity
  return Math.min(held, (latest(...limited.map((it) => it.limitedAt)) ?? 0) + 60 * second)
}

/** Different leads of different customers have met trouble since something was last answered. */
function failingUntil(model: Model): number | null {
  const run = failingRun(model)
  const newest = latest(...run.map(({ endedAt }) => endedAt))
  if (newest === null) return null
  const firsts: AttemptRow[] = []
  for (const attempt of run.toReversed())
    if (!firsts.some(({ leadId }) => leadId === attempt.leadId)) firsts.push(attempt)
  const customersOf = (attempts: AttemptRow[]) =>
    new Set(attempts.map(({ leadId }) => leadOf(model, leadId).customer)).size
  for (const [at, { endedAt }] of firsts.entries()) {
    const upTo = firsts.filter((it) => (it.endedAt ?? 0) <= (endedAt ?? 0))
    if (at + 1 >= 5 && customersOf(upTo) >= 3)
      return newest + Math.min(Math.max(newest - (endedAt ?? 0), 30 * second), 600 * second)
  }
  return null
}

/** The newest attempts, the newest first, as far as none was answered. */
function failingRun({ state }: Model): AttemptRow[] {
  const newest = state.attempts
    .filter((it) => it.endedAt !== null && it.errorKind !== 'interrupted' && it.errorKind !== 'lease')
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || byText(b.id, a.id))
    .slice(0, 20)
  const answered = newest.findIndex(({ outcome }) => !unanswered.includes(outcome ?? ''))
  return answered < 0 ? newest : newest.slice(0, answered)
}
