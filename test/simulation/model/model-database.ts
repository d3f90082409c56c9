import { type PlainAction, transitions } from '@/lib/deliveries/transitions'
import type { CreateDatabase, DeliveryState, SimulatedDatabase } from '../simulated-database'
import { byText, leadOf, type Model, newModel, openAttempts, pauseOf } from './model'
import { settle, settleInterrupted } from './settle'
import { claim, takePlace } from './turns'

/** The database of a history as a model of it. */
export const createModelDatabase: CreateDatabase = async (limits, beginMs) =>
  modelDatabase(newModel(limits, beginMs))

/** The model in the place of a database. */
export function modelDatabase(model: Model): SimulatedDatabase {
  return {
    store: {
      takePlace: async () => takePlace(model),
      claim: async ({ place }) => claim(model, place),
      settle: async (attempt, result, move) => settle(model, attempt, result, move),
      settleInterrupted: async () => settleInterrupted(model),
      async liftPause(of, olderThan) {
        const isOlder = (since: number) => since < olderThan.getTime()
        const { state } = model
        const before = state.pauses.length
        state.pauses = state.pauses.filter(({ customer, since }) => customer !== of || !isOlder(since))
        return state.pauses.length < before
      },
      act: async (leadId, action, _, seen) => act(model, leadId, action, seen),
      async resume(of) {
        const wasPaused = pauseOf(model, of) !== undefined
        model.state.pauses = model.state.pauses.filter(({ customer }) => customer !== of)
        return wasPaused
      },
    },
    async setTime({ database }) {
      model.now = database
    },
    async addLeads(leads) {
      const { now, state } = model
      const isNew = { status: 'pending', lane: 0, attempts: 0, step: 0, vitecLeadId: null } as const
      for (const { id, customer } of leads)
        state.leads.push({ ...isNew, id, customer, receivedAt: now, nextAttemptAt: now })
    },
    quietUntil: async () => quietUntil(model),
    couldSend: async () =>
      takePlace({ ...model, state: structuredClone(model.state), given: new Map() }).kind === 'place',
    writtenWith: async () => ({}),
    isUnfinished: async () =>
      model.state.leads.some(({ status }) => status === 'pending') || openAttempts(model).length > 0,
    state: async () => sorted(model.state),
  }
}

function act(model: Model, leadId: string, action: PlainAction, seen: number | undefined): boolean {
  const lead = leadOf(model, leadId)
  const isBusy = openAttempts(model).some((it) => it.leadId === leadId)
  const isAllowed = transitions[action].from.some((from) => from === lead.status)
  if (!isAllowed || isBusy || (seen !== undefined && seen !== lead.attempts)) return false
  const becomes = {
    send_again: { status: 'pending', nextAttemptAt: model.now, step: 0, lane: 0 },
    settle: { status: 'delivered', nextAttemptAt: null },
    cancel: { status: 'cancelled', nextAttemptAt: null },
    unsettle: null,
  } as const
  const change = becomes[action]
  if (change === null) throw new Error('no person of a history takes back their word')
  Object.assign(lead, change)
  return true
}

function quietUntil(model: Model): number {
  const { state, now, limits } = model
  const times = [
    ...state.leads.flatMap((it) => (it.status === 'pending' ? [it.nextAttemptAt] : [])),
    ...state.troubles.flatMap((it) => [it.heldUntil, it.limitedAt && it.limitedAt + 60_000]),
    ...state.pauses.map((it) => it.nextProbeAt),
  ].filter((time): time is number => time !== null && time > now)
  const ends = openAttempts(model).map(({ startedAt }) => startedAt + limits.slotMs)
  return Math.min(...times, ...ends, ...state.places.map(({ at }) => at + 100), Infinity)
}

/** As it is read from the database. */
function sorted(state: DeliveryState): DeliveryState {
  const byLead = (a: { leadId: string }, b: { leadId: string }) => byText(a.leadId, b.leadId)
  const byCustomer = (a: { customer: string }, b: { customer: string }) => byText(a.customer, b.customer)
  return {
    ...state,
    leads: state.leads.toSorted((a, b) => byText(a.id, b.id)),
    attempts: state.attempts.toSorted((a, b) => byLead(a, b) || a.number - b.number),
    places: state.places.toSorted(byLead),
    troubles: state.troubles.toSorted(byCustomer),
    pauses: state.pauses.toSorted(byCustomer),
  }
}
