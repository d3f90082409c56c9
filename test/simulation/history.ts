import { idleWaitMs } from '@/lib/deliveries/dispatcher'
import { Agenda } from './agenda'
import { Instance } from './instance'
import { peopleOf } from './people'
import { drawsOf, type Plan, planOf, type StrikePlace } from './plan'
import { type Changes, type Course, Lost, waysOf } from './sending'
import type { CreateDatabase, SimulatedDatabase } from './simulated-database'
import { Strikes } from './strikes'
import { begin, TimedDatabase } from './timed-database'
import { Violation, Watch } from './watch'

/** How long there may be something to send, and an instance that could, before it is begun, in ms. */
const patienceMs = 7_000
/** By then every lead must have come to its end, in ms: probes are hours apart. */
const longestMs = 8 * 3_600_000
/** And with so much work: most take a third of it. */
const mostMoves = 1_000

/** What came of a history. */
export type Played = { arrivals: number; late: number; struck: number }

/** Plays the history of a seed on a database. @throws {Violation} with the seed, where something happens that must not */
export async function playHistory(
  seed: number,
  create: CreateDatabase,
  changes: Changes = {},
): Promise<Played> {
  const plan = planOf(seed)
  const history = new History(plan, await create(plan.limits, begin), seed, changes)
  try {
    return await history.play()
  } catch (error) {
    if (!(error instanceof Violation)) throw error
    throw new Violation(`TEST_SEED=${seed}: ${error.message}, after ${history.now} ms`)
  }
}

class History {
  readonly #agenda = new Agenda()
  readonly #course: Course
  readonly #instances: Instance[]
  #error: unknown = null
  /** Up to which write it was looked whether all has come to its end, and whether it has. */
  #looked = { at: -1, isFinished: false }
  /** Since when there is something to send and no instance has begun it; an earlier claim does not count. */
  #free: { since: number; moves: number } | null = null

  constructor(plan: Plan, database: SimulatedDatabase, seed: number, changes: Changes) {
    this.#course = {
      ...{ plan, changes, agenda: this.#agenda, draws: drawsOf(seed + 1) },
      strikes: new Strikes(plan.strikes),
      database: new TimedDatabase(this.#agenda, database),
      watch: new Watch(plan),
    }
    const around = {
      agenda: this.#agenda,
      waysOf: (instance: Instance) => waysOf(this.#course, instance),
      strike: (instance: Instance, at: StrikePlace) => this.#strike(instance, at),
      isQuiet: () => this.#course.database.isQuiet && !this.#isClockSetSoon,
      onError: (error: unknown) => {
        if (!(error instanceof Lost)) this.#error ??= error
      },
    }
    this.#instances = plan.skews.map((skew) => new Instance(around, skew))
  }

  get now(): number {
    return this.#agenda.now
  }

  async play(): Promise<Played> {
    const { plan, watch, strikes, database } = this.#course
    const { leads, visits, clockSteps, wellAt } = plan
    const people = peopleOf(this.#course, () => this.#instances.find(({ isUp }) => isUp)?.wake())
    for (const at of new Set(leads.map((lead) => lead.at)))
      this.#agenda.add(at, () => this.#bring(leads.filter((lead) => lead.at === at)))
    for (const { at, lead } of visits) this.#agenda.add(at, () => people.visit(leads[lead]?.id ?? ''))
    for (const { at, by } of clockSteps) this.#agenda.add(at, () => this.#setClock(by))
    this.#agenda.add(wellAt, () => {
      this.#makeWell()
      return people.resumeAll()
    })
    for (const instance of this.#instances) instance.start()
    this.#agenda.add(1_000, () => this.#look(), true)
    while (!this.#isOver) {
      await this.#agenda.step()
      if (this.#error !== null) throw this.#error
      if (this.now > longestMs || this.#agenda.moves > mostMoves)
        throw new Violation('not everything was sent to its end')
    }
    watch.expectEnd(await database.read((at) => at.state()))
    return { arrivals: watch.arrivals.length, late: watch.late, struck: strikes.struck }
  }

  get #isOver(): boolean {
    const { at, isFinished } = this.#looked
    return isFinished && at === this.#course.database.writes && this.#agenda.isAtRest
  }

  async #bring(leads: Plan['leads']): Promise<void> {
    const { database, draws } = this.#course
    await database.write(null, (at) => at.addLeads(leads))
    this.#instances[draws.below(this.#instances.length)]?.wake()
  }

  /**
   * What is asked in vain writes nothing but when it was asked. By that the database knows by how much its clock was set back,
   * and whoever asked knows what is due: so by then they have asked as often as in life.
   */
  get #isClockSetSoon(): boolean {
    return this.#course.plan.clockSteps.some(({ at }) => at > this.now && at <= this.now + 2 * idleWaitMs)
  }

  #setClock(by: number): void {
    const { database, watch } = this.#course
    database.setClock(by)
    watch.clockWasSet(by, this.now)
  }

  #strike(instance: Instance, at: StrikePlace): void {
    const strike = this.#course.strikes.process(at)
    if (strike?.kind === 'still') instance.standStill(strike.how)
    if (strike?.kind !== 'crash') return
    instance.crash()
    this.#agenda.add(this.now + strike.downMs, async () => instance.start(), true)
  }

  /** Nothing goes wrong any more, and an instance is up. */
  #makeWell(): void {
    const { strikes, plan } = this.#course
    strikes.end()
    const down = this.#instances.filter(({ isUp }) => !isUp)
    if (!plan.staysDown || down.length === this.#instances.length) down[0]?.start()
  }

  /** Once a second: whether it goes on, and whether it is over. */
  #look(): Promise<void> | undefined {
    const { database } = this.#course
    this.#agenda.add(this.now + 1_000, () => this.#look(), true)
    return database.isQuiet && this.#looked.at === database.writes ? undefined : this.#lookClosely()
  }

  async #lookClosely(): Promise<void> {
    const { database, plan, watch, strikes } = this.#course
    if (this.now > plan.wellAt && this.#looked.at !== database.writes)
      this.#looked = { at: database.writes, isFinished: !(await database.read((at) => at.isUnfinished())) }
    const isAnyUp = this.#instances.some(({ goingForMs }) => goingForMs > patienceMs)
    const isFree = !database.isQuiet && isAnyUp && (await database.read((at) => at.couldSend()))
    // What goes wrong meanwhile has its own time.
    const moves = watch.claims + strikes.struck
    if (!isFree) this.#free = null
    else if (this.#free?.moves !== moves) this.#free = { since: this.now, moves }
    else if (this.now - this.#free.since > patienceMs)
      throw new Violation('something could be sent for a while, and no instance has')
  }
}
