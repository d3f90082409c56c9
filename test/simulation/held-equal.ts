import { inspect, isDeepStrictEqual } from 'node:util'
import type { Place, Turn } from '@/lib/deliveries/delivery-store'
import { type Model, newModel } from './model/model'
import { modelDatabase } from './model/model-database'
import type { CreateDatabase, DeliveryState, SimulatedDatabase, SimulatedStore } from './simulated-database'
import { Violation } from './watch'

/** The real database with the model beside it: both are asked the same, and must answer and then hold the same. */
export function heldEqual(createSql: CreateDatabase): CreateDatabase {
  return async (limits, beginMs) => {
    const model = newModel(limits, beginMs)
    return beside(await createSql(limits, beginMs), model)
  }
}

function beside(sql: SimulatedDatabase, model: Model): SimulatedDatabase {
  const mirror = modelDatabase(model)
  /** What the model calls the places of the database. */
  const names = new Map<string, string>()

  /** Both, one after the other. */
  async function both<T>(what: string, ask: (database: SimulatedDatabase) => Promise<T>): Promise<T> {
    const answer = await ask(sql)
    expectEqual(what, answer, await ask(mirror))
    await expectSameState(what)
    return answer
  }

  async function expectSameState(what: string): Promise<void> {
    const held = await sql.state()
    // The database draws them; they tell apart what ended in one moment.
    for (const { leadId, number, id } of held.attempts) {
      const attempt = model.state.attempts.find((it) => it.leadId === leadId && it.number === number)
      if (attempt) attempt.id = id
    }
    const modelled = inOrder(await mirror.state())
    for (const [table, rows] of Object.entries(inOrder(held)))
      expectEqual(
        `${table} after ${what}`,
        rows,
        Object.entries(modelled).find(([name]) => name === table)?.[1],
      )
  }

  const store: SimulatedStore = {
    async takePlace() {
      const turn = await sql.store.takePlace()
      const told = await mirror.store.takePlace()
      expectEqual('takePlace', nameless(turn), nameless(told))
      if (turn.kind !== 'place' || told.kind !== 'place') return turn
      names.set(turn.place, told.place)
      await expectSameState('takePlace')
      return turn
    },
    claim: (place, request) =>
      both('claim', (database) => database.store.claim(database === sql ? place : named(place), request)),
    settle: (attempt, result, move) =>
      both(`settle ${result.outcome}`, ({ store }) => store.settle(attempt, result, move)),
    settleInterrupted: () => both('settleInterrupted', ({ store }) => store.settleInterrupted()),
    liftPause: (customer, olderThan) =>
      both('liftPause', ({ store }) => store.liftPause(customer, olderThan)),
    act: (leadId, action, requester, seen) =>
      both(action, ({ store }) => store.act(leadId, action, requester, seen)),
    resume: (customer, requester) => both('resume', ({ store }) => store.resume(customer, requester)),
  }
  const named = ({ place, leadId }: Place): Place => ({ leadId, place: names.get(place) ?? '' })

  return {
    store,
    async setTime(times) {
      await Promise.all([sql.setTime(times), mirror.setTime(times)])
    },
    addLeads: (leads) => both('addLeads', (database) => database.addLeads(leads)),
    quietUntil: () => mirror.quietUntil(),
    async couldSend() {
      const could = await sql.couldSend()
      expectEqual('couldSend', could, await mirror.couldSend())
      return could
    },
    writtenWith: (attempt) => sql.writtenWith(attempt),
    isUnfinished: () => mirror.isUnfinished(),
    state: () => mirror.state(),
  }
}

/** The model knows nothing of what is sent. */
const nameless = (turn: Turn) => ({ ...turn, place: null, found: null })

/** What one statement has told of several leads has no order. */
const inOrder = ({ events, ...rest }: DeliveryState) => ({
  ...rest,
  events: events.toSorted((a, b) => (a.leadId < b.leadId ? -1 : Number(a.leadId > b.leadId))),
})

function expectEqual(what: string, real: unknown, model: unknown): void {
  if (isDeepStrictEqual(real, model)) return
  const shown = [real, model].map((it) => inspect(it, { depth: 4, breakLength: 120 }))
  throw new Violation(`the model differs in ${what}: ${shown.join(' is not ')}`)
}
