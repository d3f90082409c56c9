import type { Turn } from '@/lib/deliveries/delivery-store'
import type { Agenda } from './agenda'
import type { Instance } from './instance'
import type { SimulatedDatabase } from './simulated-database'

/** When every history begins, in ms. */
export const begin = new Date('2026-03-01T12:00:00Z').getTime()

/** The database of a history, asked at the times of its agenda by a clock of its own, which may be set. */
export class TimedDatabase {
  readonly #agenda: Agenda
  readonly #database: SimulatedDatabase
  #offset = 0
  #quietUntil = 0
  #writes = 0

  constructor(agenda: Agenda, database: SimulatedDatabase) {
    this.#agenda = agenda
    this.#database = database
  }

  /** What time it is to it, in ms. */
  get now(): number {
    return begin + this.#agenda.now + this.#offset
  }

  /** How often something was written, or may have been. */
  get writes(): number {
    return this.#writes
  }

  /** Whether an instance that asks for a place would be told what the last one was. */
  get isQuiet(): boolean {
    return this.#quietUntil > this.now
  }

  setClock(by: number): void {
    this.#offset += by
    this.#quietUntil = 0
  }

  /** Does something there; `asker`: the instance by whose clock it must not go. */
  async write<T>(asker: Instance | null, what: (database: SimulatedDatabase) => Promise<T>): Promise<T> {
    this.#quietUntil = 0
    this.#writes += 1
    return what(await this.#atItsTime(asker))
  }

  async takePlace(asker: Instance): Promise<Turn> {
    const database = await this.#atItsTime(asker)
    const turn = await database.store.takePlace()
    if (turn.kind === 'place' || turn.abandoned) {
      this.#quietUntil = 0
      this.#writes += 1
      return turn
    }
    // Of a full house a hundred ms are said where it is not known when.
    const isKnown = turn.kind === 'held' || (turn.kind === 'full' && turn.waitMs !== 100)
    this.#quietUntil = Math.min(await database.quietUntil(), isKnown ? this.now + turn.waitMs : Infinity)
    return turn
  }

  async read<T>(what: (database: SimulatedDatabase) => Promise<T>): Promise<T> {
    return what(await this.#atItsTime(null))
  }

  async #atItsTime(asker: Instance | null): Promise<SimulatedDatabase> {
    const instance = asker === null ? this.now : begin + asker.wallMs
    await this.#database.setTime({ database: this.now, instance })
    return this.#database
  }
}
