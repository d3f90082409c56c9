import type { AttemptResult, Prepared } from '@/lib/deliveries/attempt-result'
import type { DeliveryStore, LeadToSend, OpenAttempt, Turn } from '@/lib/deliveries/delivery-store'
import type { Lease } from '@/lib/deliveries/lease'
import { newLead } from '@/test/support/leads/store-lead'
import type { Agenda } from './agenda'
import type { Instance } from './instance'
import { type Call, type Draws, type Plan, type StrikePlace, timeoutMs } from './plan'
import type { SimulatedDatabase } from './simulated-database'
import type { Strikes } from './strikes'
import type { TimedDatabase } from './timed-database'
import { leaseOver, refused, timedOut, treatmentOf } from './vitec'
import type { Watch } from './watch'

/** What is different about the code under test, so that it is known to be found. */
export type Changes = { holdsLease?: (lease: Lease) => boolean; told?: (turn: Turn) => Turn }

/** What all instances of a history have in common. */
export type Course = {
  agenda: Agenda
  plan: Plan
  draws: Draws
  strikes: Strikes
  database: TimedDatabase
  watch: Watch
  changes: Changes
}

/** What a lead is about does not matter. */
const { lead, message } = newLead()

/** The connection is gone: it is unknown what became of what was asked. */
export class Lost extends Error {}

/** The database and Vitec as an instance reaches them: over networks that take their time and may lose what is said. */
export function waysOf(course: Course, instance: Instance) {
  const { agenda, plan, draws, strikes, database, watch, changes } = course
  /** Which attempt a request was claimed for. */
  const attemptOf = new WeakMap<object, OpenAttempt>()
  const customerOf = (leadId: string) => plan.leads.find(({ id }) => id === leadId)?.customer ?? ''

  /** What is asked is done, whatever becomes meanwhile of the instance that asked. */
  function call<T>(name: Call, learnsAt: StrikePlace | 'timer', what: () => Promise<T>): Promise<T> {
    const { life } = instance
    return new Promise((resolve, reject) => {
      const lose = () => instance.soon(1, 'timer', () => reject(new Lost()), life)
      agenda.add(agenda.now + 1, async () => {
        const strike = strikes.call(name)
        if (strike && !strike.isDone) return void lose()
        const answer = await what()
        if (strike) return void lose()
        void instance.soon(draws.between(1, 2), learnsAt, () => resolve(answer), life)
      })
    })
  }

  const write = <T>(what: (database: SimulatedDatabase) => Promise<T>) => database.write(instance, what)

  async function takePlace(): Promise<Turn> {
    const turn = await database.takePlace(instance)
    watch.tookPlace(turn, database.now)
    return changes.told?.(turn) ?? turn
  }

  const store: DeliveryStore = {
    read: async (leadId) => ({
      message,
      account: null,
      lead: { ...lead, vitecCustomerId: customerOf(leadId) },
    }),
    takePlace: () => call('takePlace', 'place', takePlace),
    takeTurns: () => call('takePlace', 'place', async () => [await takePlace()]),
    claim: (place, request) =>
      call('claim', 'claimed', async () => {
        const attempt = await write(({ store }) => store.claim(place, request))
        watch.triedToClaim(place.leadId)
        if (attempt) watch.claimed(attempt, agenda.now)
        if (attempt) attemptOf.set(request, attempt)
        return attempt
      }),
    settle: (attempt, result, move) =>
      call('settle', 'settled', () =>
        write(async (at) => {
          const settled = await at.store.settle(attempt, result, move)
          watch.settled(attempt, result, settled)
          if (settled.kind !== 'before') watch.wroteToSettle(await at.writtenWith(attempt))
          return settled
        }),
      ),
    settleInterrupted: () =>
      call('settleInterrupted', 'timer', async () => {
        const count = await write(({ store }) => store.settleInterrupted())
        watch.gaveUpOver(database.now)
        return count
      }),
    liftPause: (customer, olderThan) =>
      call('liftPause', 'timer', () => write(({ store }) => store.liftPause(customer, olderThan))),
    state: async () => null,
    isOnItsWay: async () => true,
    ...{ act: notAsked, resume: notAsked, heldUntil: notAsked },
  }

  function exchange(customer: string, attempt: OpenAttempt): Promise<AttemptResult> {
    const mood = agenda.now >= plan.wellAt ? 'well' : (plan.moods.get(customer) ?? 'well')
    if (mood !== 'well' && draws.chance(0.03)) return Promise.resolve(refused)
    const { saves, afterMs, result } = treatmentOf(mood, draws, `CM${attempt.leadId}/${attempt.number}`)
    watch.arrives(attempt, saves, agenda.now, database.now)
    const isOver = afterMs > timeoutMs
    return instance.soon(isOver ? timeoutMs : afterMs, 'answered', () => (isOver ? timedOut : result))
  }

  const holds = changes.holdsLease ?? ((lease: Lease) => lease.holds())
  const vitec = {
    async prepare({ lead: { vitecCustomerId } }: LeadToSend): Promise<Prepared> {
      const request: Prepared = {
        url: 'http://127.0.0.1/Person',
        body: '{}',
        async send(lease) {
          const attempt = attemptOf.get(request)
          if (!attempt || !lease) throw new Error('something is sent without a claim, or without a lease')
          return instance.soon(draws.between(1, 4), 'connected', () =>
            holds(lease) ? exchange(vitecCustomerId, attempt) : leaseOver,
          )
        },
      }
      return request
    },
  }
  return { store, vitec }
}

function notAsked(): never {
  throw new Error('an instance in a history is not asked that')
}
