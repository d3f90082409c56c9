import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { OpenAttempt, Settled, Turn } from '@/lib/deliveries/delivery-store'
import { type Plan, slotMs } from './plan'
import type { DeliveryState } from './simulated-database'

type Open = OpenAttempt & { customer: string; claimedAt: number; isAtVitec: boolean }
type Arrival = { at: number; leadId: string; number: number; isHeldUp: boolean; isSaved: boolean }
type Taken = { leadId: string; customer: string; at: number }

/** From claim to arrival, where nothing stands still: more is an instance's own delay, in ms. */
const onTheWayMs = 20
/** How long Vitec is left alone as a whole, at the most, in ms: with a second by which a clock may go back unseen. */
const heldMs = 601_000
/** How long a place may be missed by, in ms. */
const missedByMs = 100

/**
 * Watches a history, and throws where something happens that must not. What it knows it has seen itself, at the database and
 * at Vitec; it asks neither.
 */
export class Watch {
  readonly #limits: Plan['limits']
  readonly #customerOf: (leadId: string) => string
  /** As the database has them. */
  readonly #open = new Map<string, Open>()
  #places: Taken[] = []
  readonly #attempts = new Map<string, number>()
  /** After how many attempts a person sent a lead again. */
  readonly #sentAgain = new Map<string, number[]>()
  /** Customers of which a lead was not answered in time, and none delivered since. */
  readonly #oneAtATime = new Set<string>()
  readonly arrivals: Arrival[] = []
  /** When the database's clock was set on. */
  readonly #leaps: number[] = []
  /** When an instance last asked for a place, by the database's clock. */
  #seenAt = 0

  constructor({ limits, leads }: Plan) {
    this.#limits = limits
    const customers = new Map(leads.map(({ id, customer }) => [id, customer]))
    this.#customerOf = (leadId) => customers.get(leadId) ?? ''
  }

  /** How many attempts were begun, and how many answers came late. */
  claims = 0
  late = 0

  /** What a person would see who looked the lead up there. */
  isAtVitec(leadId: string): boolean {
    return this.arrivals.some((it) => it.leadId === leadId && it.isSaved)
  }

  #attemptsOf(leadId: string): number {
    return this.#attempts.get(leadId) ?? 0
  }

  /** Times with `db` are the database's. */
  tookPlace(turn: Turn, dbNow: number): void {
    this.#followClockBack(dbNow)
    if (turn.kind === 'held' && turn.waitMs > heldMs) fail(`all sending is held for ${turn.waitMs} ms`)
    if (turn.kind !== 'place') return
    const { atOnce } = this.#limits
    const customer = this.#customerOf(turn.leadId)
    this.#places = this.#places.filter(({ at }) => at + missedByMs >= dbNow)
    const underWay = [...this.#places, ...this.#countedOpen(dbNow)]
    const ofCustomer = underWay.filter((it) => it.customer === customer).length
    const share = this.#oneAtATime.has(customer) ? 1 : Math.max(atOnce - 1, 1)
    if (underWay.length >= atOnce) fail(`${underWay.length + 1} at once, of ${atOnce}`)
    if (ofCustomer >= share) fail(`customer ${customer} has ${ofCustomer + 1} places, of ${share}`)
    this.#places.push({ leadId: turn.leadId, customer, at: dbNow + turn.waitMs })
  }

  /** A place is spent with what it was asked for, whatever that came to. */
  triedToClaim(leadId: string): void {
    this.#places = this.#places.filter((place) => place.leadId !== leadId)
  }

  claimed(attempt: OpenAttempt, now: number): void {
    const { leadId, number } = attempt
    if (this.#open.has(leadId)) fail(`two attempts of ${leadId} are open`)
    if (number !== this.#attemptsOf(leadId) + 1) fail(`attempt ${number} of ${leadId} follows no other`)
    this.#attempts.set(leadId, number)
    this.claims += 1
    const customer = this.#customerOf(leadId)
    this.#open.set(leadId, { ...attempt, customer, claimedAt: now, isAtVitec: false })
  }

  /** A request is at Vitec, which keeps the lead or not. */
  arrives(attempt: OpenAttempt, isSaved: boolean, now: number, dbNow: number): void {
    const { leadId, number } = attempt
    const open = this.#open.get(leadId)
    const isOpen = open?.number === number
    const claimedAt = isOpen ? open.claimedAt : 0
    // Setting the clock on ends what is under way.
    const wasLeapt = this.#leaps.some((leap) => leap >= now - slotMs)
    if (!isOpen && !wasLeapt) fail(`attempt ${number} of ${leadId} arrives, and was given up already`)
    if (isOpen) open.isAtVitec = true
    const atVitec = this.#countedOpen(dbNow).filter((it) => it.isAtVitec).length
    if (atVitec > this.#limits.atOnce) fail(`${atVitec} requests at Vitec at once`)
    this.arrivals.push({ at: now, leadId, number, isSaved, isHeldUp: now - claimedAt > onTheWayMs })
    this.#expectSpared(now)
    if (isSaved) this.#expectOnceOrAsked(leadId, number)
  }

  settled(attempt: OpenAttempt, result: AttemptResult, { kind }: Settled): void {
    if (kind === 'before') return
    if (kind === 'late') this.late += 1
    if (this.#open.get(attempt.leadId)?.number === attempt.number) this.#open.delete(attempt.leadId)
    else if (kind === 'on_time') fail('an attempt was settled on time that was not open')
    const customer = this.#customerOf(attempt.leadId)
    if (result.outcome === 'delivered') this.#oneAtATime.delete(customer)
    else if (result.outcome === 'unknown' && result.errorKind === 'timeout') this.#oneAtATime.add(customer)
  }

  /** A settling is bounded work, however many leads wait. */
  wroteToSettle(rows: Record<string, number>): void {
    for (const [table, written] of Object.entries(rows))
      if (written > 1) fail(`an attempt was settled with ${written} rows of ${table}`)
  }

  gaveUpOver(dbNow: number): void {
    for (const [leadId, { startedAt }] of this.#open)
      if (startedAt.getTime() <= dbNow - slotMs) this.#open.delete(leadId)
  }

  sentAgain(leadId: string): void {
    this.#sentAgain.set(leadId, [...(this.#sentAgain.get(leadId) ?? []), this.#attemptsOf(leadId)])
  }

  clockWasSet(by: number, now: number): void {
    if (by > 0) this.#leaps.push(now)
  }

  /** The schedule begins anew where the clock was set back, and attempts that began in what is the future now begin now. */
  #followClockBack(dbNow: number): void {
    const wasSetBack = this.#seenAt > dbNow + 1_000
    this.#seenAt = dbNow
    if (!wasSetBack) return
    this.#places = []
    for (const open of this.#open.values())
      open.startedAt = new Date(Math.min(open.startedAt.getTime(), dbNow))
  }

  /** At the end: what the database says of each lead, against what Vitec has. */
  expectEnd({ leads, attempts, events }: DeliveryState): void {
    for (const { id, status, attempts: count } of leads) {
      const saved = this.arrivals.filter((it) => it.leadId === id && it.isSaved)
      const own = attempts.filter(({ leadId }) => leadId === id)
      if (status === 'pending') fail(`lead ${id} was never sent to its end`)
      if (own.some(({ endedAt }) => endedAt === null)) fail(`an attempt of ${id} was never ended`)
      if (own.length !== count || count !== this.#attemptsOf(id)) fail(`attempts of ${id} are missing`)
      if (status === 'delivered' && saved.length === 0) fail(`lead ${id} is delivered, and not at Vitec`)
      const first = saved[0]
      const isDoubt = status === 'unknown' || (first && this.#wasSentAgain(id, first.number, Infinity))
      if (first && status !== 'delivered' && !isDoubt) fail(`lead ${id} is at Vitec, and ${status}`)
      const isTold = events.some(({ leadId, kind }) => leadId === id && kind === 'maybe_twice')
      if (own.filter(({ outcome }) => outcome === 'delivered').length > 1 && !isTold)
        fail(`lead ${id} was delivered twice, and no event says so`)
    }
  }

  #countedOpen(dbNow: number): Open[] {
    return [...this.#open.values()].filter(({ startedAt }) => startedAt.getTime() > dbNow - slotMs)
  }

  /** What an instance holds up after its claim comes beside what others send meanwhile: so much is not prevented. */
  #expectSpared(now: number): void {
    const { perSecond } = this.#limits
    for (const [ms, most] of [[1_000, perSecond + 1] as const, [10_000, 10 * perSecond + 1] as const]) {
      const within = this.arrivals.filter(({ at, isHeldUp }) => !isHeldUp && at > now - ms).length
      const leaps = this.#leaps.filter((at) => at > now - ms).length
      if (within > most + leaps) fail(`${within} arrivals in ${ms} ms, of ${most}`)
    }
  }

  #expectOnceOrAsked(leadId: string, number: number): void {
    for (const earlier of this.arrivals)
      if (earlier.leadId === leadId && earlier.isSaved && earlier.number !== number) {
        const [first, second] = [earlier.number, number].toSorted((a, b) => a - b)
        if (!this.#wasSentAgain(leadId, first ?? 0, second ?? 0)) fail(`lead ${leadId} is at Vitec twice`)
      }
  }

  #wasSentAgain(leadId: string, after: number, before: number): boolean {
    return (this.#sentAgain.get(leadId) ?? []).some((attempts) => attempts >= after && attempts < before)
  }
}

function fail(what: string): never {
  throw new Violation(what)
}

/** What must not happen has. */
export class Violation extends Error {}
