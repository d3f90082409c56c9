import type { OpenAttempt, Turn } from '@/lib/deliveries/delivery-store'
import type { LeadRow } from '../simulated-database'
import {
  byText,
  heldUntil,
  isAtRest,
  leadOf,
  type Model,
  openAttempts,
  pauseOf,
  probeTime,
  troubleOf,
} from './model'

/** `take_place`. */
export function takePlace(model: Model): Turn {
  const { state, limits, now } = model
  const { schedule } = state
  if (schedule.seenAt > now + 1_000) {
    followClockBack(model, schedule.seenAt - now)
    state.places = []
    schedule.nextAt = now + 1_000
  }
  schedule.seenAt = now
  state.places = state.places.filter(({ at }) => at >= now - 100)
  const open = openAttempts(model)
  const counted = open.filter(({ startedAt }) => startedAt > now - limits.slotMs)
  const abandoned = counted.length < open.length
  const underWay = counted.length + state.places.length
  const booked = Math.max(now, schedule.nextAt)
  const until = heldUntil(model)
  if (underWay >= limits.atOnce) return { kind: 'full', waitMs: 100, abandoned }
  if (booked > now + 1_000) return { kind: 'full', waitMs: booked - now - 1_000, abandoned }
  if (until !== null && until > now) return { kind: 'held', waitMs: until - now, abandoned }
  if (until !== null && underWay > 0) return { kind: 'full', waitMs: 100, abandoned }
  const next = nextLead(model)
  if (next === 'crowded') return { kind: 'full', waitMs: 1_000, abandoned }
  if (!next) return { kind: 'idle', waitMs: Math.min(nextDue(model) - now, 60_000), abandoned }
  const { id: leadId, customer } = next.lead
  const { isProbe } = next
  const taken = { leadId, customer, at: booked, isProbe }
  state.places.push(taken)
  schedule.nextAt = booked + 1_050 / limits.perSecond
  const place = `place ${model.given.size + 1}`
  model.given.set(place, taken)
  return { kind: 'place', place, leadId, isProbe, waitMs: booked - now, abandoned, found: null }
}

/** When something will be due of which that is known. */
function nextDue({ state, now }: Model): number {
  const times = [
    ...state.leads.flatMap((lead) => (waits(lead) ? [lead.nextAttemptAt] : [])),
    ...state.troubles.map((it) => it.heldUntil),
    ...state.pauses.map((it) => it.nextProbeAt),
  ]
  return Math.min(...times.filter((time): time is number => time !== null && time > now), Infinity)
}

/**
 * The customers take turns, and of each comes the lead that is first in its lane, or its oldest where it is a probe. `crowded`:
 * there is none but of customers that have no room beside what is under way of them.
 */
function nextLead(model: Model): { lead: LeadRow; isProbe: boolean } | 'crowded' | null {
  const { schedule, leads } = model.state
  const isDue = (lead: LeadRow) => waits(lead) && (lead.nextAttemptAt ?? 0) <= model.now
  const due = [...new Set(leads.filter(isDue).map(({ customer }) => customer))].toSorted(byText)
  const begun = schedule.lastCustomer
  const inTurn = [...due.filter((it) => it > begun), ...due.filter((it) => it <= begun)]
  let isCrowded = false
  for (const customer of inTurn) {
    schedule.lastCustomer = customer
    const room = roomOf(model, customer)
    if (room !== null && room < 1) isCrowded = true
    if (room === null || room < 1) continue
    const isProbe = pauseOf(model, customer) !== undefined
    const mine = leads.filter((it) => it.customer === customer && isAtRest(model, it.id))
    const [lead] = isProbe
      ? mine.filter(waits).toSorted((a, b) => a.receivedAt - b.receivedAt || byText(a.id, b.id))
      : mine.filter(isDue).toSorted(inLane)
    if (lead) return { lead, isProbe }
  }
  return isCrowded ? 'crowded' : null
}

const waits = ({ status, nextAttemptAt }: LeadRow) => status === 'pending' && nextAttemptAt !== null

const inLane = (a: LeadRow, b: LeadRow) =>
  a.lane - b.lane || (a.nextAttemptAt ?? 0) - (b.nextAttemptAt ?? 0) || byText(a.id, b.id)

/** `null` where the customer has to wait for something else. */
function roomOf(model: Model, of: string): number | null {
  const { state, limits, now } = model
  const trouble = troubleOf(model, of)
  const pause = pauseOf(model, of)
  if ((trouble?.heldUntil ?? 0) > now || (pause?.nextProbeAt ?? 0) > now) return null
  const isAlone = trouble?.oneAtATime || (trouble && trouble.trippedAt !== null) || pause
  const open = openAttempts(model).filter(
    ({ leadId, startedAt }) => startedAt > now - limits.slotMs && leadOf(model, leadId).customer === of,
  )
  const places = state.places.filter(({ customer }) => customer === of)
  return (isAlone ? 1 : Math.max(limits.atOnce - 1, 1)) - open.length - places.length
}

/** `follow_clock_back`. */
function followClockBack({ state, now }: Model, back: number): void {
  for (const lead of state.leads)
    if (lead.status === 'pending' && lead.nextAttemptAt !== null && lead.nextAttemptAt > now)
      lead.nextAttemptAt = Math.max(lead.nextAttemptAt - back, now)
  for (const attempt of state.attempts)
    if (attempt.endedAt === null) attempt.startedAt = Math.min(attempt.startedAt, now)
  for (const pause of state.pauses)
    if (pause.nextProbeAt > now) {
      pause.nextProbeAt = Math.max(pause.nextProbeAt - back, now)
      pause.since = Math.min(pause.since, now)
    }
  for (const trouble of state.troubles) {
    const { heldUntil: held, trippedAt, limitedAt } = trouble
    if (Math.max(held ?? 0, trippedAt ?? 0, limitedAt ?? 0) <= now) continue
    trouble.heldUntil = held && held - back
    trouble.trippedAt = trippedAt && trippedAt - back
    trouble.limitedAt = limitedAt && limitedAt - back
  }
}

/** `claim_lead`. */
export function claim(model: Model, place: string): OpenAttempt | null {
  const { state, now, given } = model
  const taken = given.get(place)
  if (!taken || !state.places.includes(taken)) return null
  state.places = state.places.filter((it) => it !== taken)
  if (now > taken.at + 100 || now < taken.at - 1_000) return null
  const lead = leadOf(model, taken.leadId)
  const pause = pauseOf(model, lead.customer)
  const isDue = waits(lead) && (taken.isProbe || (lead.nextAttemptAt ?? 0) <= now)
  if (!isDue || taken.isProbe !== (pause !== undefined) || !isAtRest(model, lead.id)) return null
  Object.assign(lead, { nextAttemptAt: null, attempts: lead.attempts + 1, step: lead.step + 1 })
  const begun = { leadId: lead.id, number: lead.attempts, startedAt: now }
  const open = { endedAt: null, outcome: null, errorKind: null, answeredLateAt: null }
  state.attempts.push({ ...begun, ...open, id: `attempt ${String(state.attempts.length).padStart(4, '0')}` })
  if (pause) pause.nextProbeAt = probeTime(pause.since, now)
  return { ...begun, startedAt: new Date(now), scheduleStep: lead.step }
}
