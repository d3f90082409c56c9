/** Lets so many pieces of work through at once, in the order in which they came. */
export class Turns {
  #free: number
  #closed = false
  readonly #waiting = new Set<(taken: boolean) => void>()

  constructor(places: number) {
    this.#free = places
  }

  /** Does `work` when it is its turn. `null` where that was not within `patienceMs`, or the turns were closed. */
  async take<T>(patienceMs: number, work: () => Promise<T>): Promise<T | null> {
    if (!(await this.#place(patienceMs))) return null
    return work().finally(() => this.#leave())
  }

  /** Sends away all who wait, and all who come. Work that has begun goes on. */
  close(): void {
    this.#closed = true
    for (const settle of this.#waiting) settle(false)
  }

  get closed(): boolean {
    return this.#closed
  }

  async #place(patienceMs: number): Promise<boolean> {
    if (this.#closed) return false
    if (this.#free > 0) {
      this.#free -= 1
      return true
    }
    let timer: NodeJS.Timeout | undefined
    let settle: (taken: boolean) => void = () => undefined
    const turn = new Promise<boolean>((resolve) => {
      settle = resolve
    })
    this.#waiting.add(settle)
    if (Number.isFinite(patienceMs)) timer = setTimeout(settle, patienceMs, false)
    return turn.finally(() => {
      clearTimeout(timer)
      this.#waiting.delete(settle)
    })
  }

  #leave(): void {
    const [next] = this.#waiting
    if (!next) this.#free += 1
    else {
      // At once, not when its promise has run: the one that leaves next must find another.
      this.#waiting.delete(next)
      next(true)
    }
  }
}
