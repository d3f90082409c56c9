import type { Call, Strike, StrikePlace } from './plan'

type Process = Exclude<Strike, { kind: 'call' }>

/** What still is to go wrong in a history. */
export class Strikes {
  #left: Strike[]
  readonly #reached = new Map<string, number>()
  /** How many have gone wrong. */
  struck = 0

  constructor(strikes: Strike[]) {
    this.#left = strikes
  }

  end(): void {
    this.#left = []
  }

  /** What strikes an instance that comes to a place, if anything does. */
  process(at: StrikePlace): Process | null {
    const reached = this.#reach(at)
    const isDue = (it: Strike): it is Process => it.kind !== 'call' && it.at === at && it.after <= reached
    return this.#take(this.#left.find(isDue))
  }

  /** Whether a call of the database is lost, and whether it is done all the same. */
  call(at: Call): { isDone: boolean } | null {
    const reached = this.#reach(at)
    const isDue = (it: Strike): it is Strike & { kind: 'call' } =>
      it.kind === 'call' && it.at === at && it.after <= reached
    return this.#take(this.#left.find(isDue))
  }

  #reach(at: string): number {
    const reached = this.#reached.get(at) ?? 0
    this.#reached.set(at, reached + 1)
    return reached
  }

  #take<T extends Strike>(strike: T | undefined): T | null {
    if (!strike) return null
    this.#left = this.#left.filter((it) => it !== strike)
    this.struck += 1
    return strike
  }
}
