import type { AfterAttempt } from '@/lib/deliveries/after-attempt'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { OpenAttempt, Settled, SettledNews } from '@/lib/deliveries/delivery-store'
import type { AttemptRow, LeadRow } from '../simulated-database'
import { byText, latest, leadOf, type Model, openAttempts, pauseOf, probeTime, troubleOf } from './model'

const answers = ['delivered', 'rejected', 'misconfigured']

/** `settle_attempt`. */
export function settle(
  model: Model,
  { leadId, number }: OpenAttempt,
  result: AttemptResult,
  move: AfterAttempt,
): Settled {
  const { state, now } = model
  const lead = leadOf(model, leadId)
  const attempt = state.attempts.find((it) => it.leadId === leadId && it.number === number)
  if (!attempt) throw new Error('an attempt is settled that was never begun')
  // Nobody has put a customer on the list.
  const news: SettledNews = {
    sinceReceivedMs: now - lead.receivedAt,
    listed: false,
    pauseBegan: false,
    breaker: null,
  }
  const told = (kind: Settled['kind'], lifts = false) => settledAs(kind, lead, lifts, news)
  const isLate = attempt.endedAt !== null
  const lifts = () => {
    const since = pauseOf(model, lead.customer)?.since ?? Infinity
    return (attempt.outcome === 'delivered' || attempt.outcome === 'rejected') && since < attempt.startedAt
  }
  if (isLate && (attempt.errorKind !== 'interrupted' || attempt.answeredLateAt !== null))
    return told('before', lifts())
  const errorKind = 'errorKind' in result ? result.errorKind : null
  Object.assign(attempt, { endedAt: attempt.endedAt ?? now, outcome: result.outcome, errorKind })
  if (isLate) attempt.answeredLateAt = now
  if (errorKind !== 'lease') news.breaker = noteTrouble(model, lead, result, move.holdsCustomerMs)
  if (isLate && isEvidence(lead, attempt)) {
    if (result.outcome !== 'delivered') return told('evidence')
    if (lead.attempts > number) state.events.push({ leadId, kind: 'maybe_twice', attempt: number })
    else lead.vitecLeadId ??= move.vitecLeadId
    return told('evidence')
  }
  lead.status = move.status
  lead.vitecLeadId = move.vitecLeadId
  lead.nextAttemptAt = move.status === 'pending' ? now + (move.retryInMs ?? 0) : null
  if (move.pause === null) lead.lane = 1
  else {
    lead.step = 0
    news.pauseBegan = !pauseOf(model, lead.customer)
    if (news.pauseBegan)
      state.pauses.push({ customer: lead.customer, since: now, nextProbeAt: probeTime(now, now) })
  }
  const kind = move.status === 'pending' ? 'waiting' : move.status
  state.events.push({ leadId, kind, attempt: number })
  return told(isLate ? 'late' : 'on_time', lifts())
}

const settledAs = (kind: Settled['kind'], lead: LeadRow, lifts: boolean, news: SettledNews): Settled => ({
  kind,
  status: lead.status,
  nextAttemptAt: lead.nextAttemptAt === null ? null : new Date(lead.nextAttemptAt),
  lifts,
  news,
})

/** Whether a late answer changes nothing about its lead. */
function isEvidence({ attempts, status }: LeadRow, { number, outcome }: AttemptRow): boolean {
  if (attempts > number || status === 'delivered') return true
  if (status === 'pending') return !answers.includes(outcome ?? '')
  return status === 'cancelled' && outcome !== 'delivered'
}

/** `note_trouble`. */
function noteTrouble(
  model: Model,
  lead: LeadRow,
  result: AttemptResult,
  limitedMs: number | null,
): SettledNews['breaker'] {
  const { state, now } = model
  const { customer } = lead
  let trouble = troubleOf(model, customer)
  const wasOpen = (trouble?.trippedAt ?? null) !== null
  if (result.outcome === 'delivered') {
    state.troubles = state.troubles.filter((it) => it !== trouble)
    return wasOpen ? 'closed' : null
  }
  if (result.outcome === 'rejected' || result.outcome === 'misconfigured') {
    if (trouble) Object.assign(trouble, { leadIds: [], trippedAt: null, heldUntil: null })
    return wasOpen ? 'closed' : null
  }
  if (!trouble) {
    const none = { trippedAt: null, heldUntil: null, limitedAt: null, oneAtATime: false }
    trouble = { customer, leadIds: [], ...none }
    state.troubles.push(trouble)
  }
  if (!trouble.leadIds.includes(lead.id) && trouble.leadIds.length < 5) trouble.leadIds.push(lead.id)
  if (trouble.leadIds.length >= 5) {
    trouble.trippedAt ??= now
    trouble.heldUntil = now + Math.min(Math.max(now - trouble.trippedAt, 30_000), 600_000)
  }
  if (result.errorKind === 'limited') {
    trouble.limitedAt = now
    trouble.heldUntil = latest(trouble.heldUntil, now + (limitedMs ?? 0))
  }
  trouble.oneAtATime ||= result.errorKind === 'timeout'
  if (wasOpen) return 'stays'
  return trouble.trippedAt === null ? null : 'opened'
}

/** `settle_interrupted`. */
export function settleInterrupted(model: Model): number {
  const { state, now, limits } = model
  const over = openAttempts(model)
    .filter(({ startedAt }) => startedAt <= now - limits.slotMs)
    .toSorted((a, b) => byText(a.leadId, b.leadId))
  for (const attempt of over) {
    Object.assign(attempt, { endedAt: now, outcome: 'unknown', errorKind: 'interrupted' })
    const lead = leadOf(model, attempt.leadId)
    if (lead.status !== 'pending') continue
    Object.assign(lead, { status: 'unknown', nextAttemptAt: null })
    state.events.push({ leadId: lead.id, kind: 'unknown', attempt: attempt.number })
  }
  return over.length
}
