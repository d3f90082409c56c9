import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import type { DeliveryState, LeadRow, PlaceRow, TroubleRow } from '../state'

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

/** That nobody has a lead in hand. */
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
