import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import type { AttemptRow, DeliveryState, LeadRow, PlaceRow, TroubleRow } from '../simulated-database'

/** What the functions of the migrations do, in memory and in as few words; nothing in it waits for anything. */
export type Model = {
  limits: OutboundLimits
  /** In ms. */
  now: number
  state: DeliveryState
  /** The places by the names they were given out under. */
  given: Map<string, PlaceRow>
}

export function newModel(limits: OutboundLimits, now: number): Model {
  const schedule = { nextAt: now, seenAt: now, lastCustomer: '' }
  const none = { leads: [], attempts: [], places: [], troubles: [], pauses: [], events: [] }
  return { limits, now, state: { schedule, ...none }, given: new Map() }
}

export function leadOf({ state }: Model, leadId: string): LeadRow {
  const lead = state.leads.find(({ id }) => id === leadId)
  if (!lead) throw new Error(`there is no lead ${leadId}`)
  return lead
}

export const pauseOf = ({ state }: Model, of: string) => state.pauses.find(({ customer }) => customer === of)
export const troubleOf = ({ state }: Model, of: string): TroubleRow | undefined =>
  state.troubles.find(({ customer }) => customer === of)

export const openAttempts = ({ state }: Model) => state.attempts.filter(({ endedAt }) => endedAt === null)

/** That no instance has a lead in hand. */
export function isAtRest(model: Model, leadId: string): boolean {
  const has = (it: { leadId: string }) => it.leadId === leadId
  return !model.state.places.some(has) && !openAttempts(model).some(has)
}

export const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** When a customer's next probe is. */
export const probeTime = (since: number, now: number) =>
  now + Math.min(Math.max(now - since, 5 * 60_000), 6 * 3_600_000)

/** As `greatest` of SQL: what is not there does not count. */
export function latest(...times: (number | null | undefined)[]): number | null {
  const known = times.filter((time) => time !== null && time !== undefined)
  return known.length === 0 ? null : Math.max(...known)
}

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
function failingRun({ state, now }: Model): AttemptRow[] {
  const newest = state.attempts
    .filter(({ endedAt }) => endedAt !== null && endedAt <= now + second)
    .filter(({ errorKind }) => errorKind !== 'interrupted' && errorKind !== 'lease')
    .toSorted((a, b) => (b.endedAt ?? 0) - (a.endedAt ?? 0) || byText(b.id, a.id))
    .slice(0, 20)
  const answered = newest.findIndex(({ outcome }) => !unanswered.includes(outcome ?? ''))
  return answered < 0 ? newest : newest.slice(0, answered)
}
