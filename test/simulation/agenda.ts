type Entry = { at: number; what: () => Promise<unknown> | unknown; isBackground: boolean }

/** Everything that is still to happen in a history, by simulated time in ms. */
export class Agenda {
  now = 0
  /** How often something has happened that others may have waited for. */
  moves = 0
  #entries: Entry[] = []

  /** `isBackground`: goes on for ever by itself, so that its end is not waited for. */
  add(at: number, what: Entry['what'], isBackground = false): () => void {
    const entry = { at, what, isBackground }
    let place = this.#entries.length
    while (place > 0 && (this.#entries[place - 1]?.at ?? 0) > at) place -= 1
    this.#entries.splice(place, 0, entry)
    return () => {
      this.#entries = this.#entries.filter((it) => it !== entry)
    }
  }

  get isAtRest(): boolean {
    return this.#entries.every((entry) => entry.isBackground)
  }

  /**
   * Has the next thing happen, and everything that follows from it at once. No two happen in one millisecond: that two do
   * at once is told by which comes first, and the database's times are all different.
   */
  async step(): Promise<void> {
    const entry = this.#entries.shift()
    if (!entry) throw new Error('nothing is to happen any more')
    this.now = Math.max(this.now + 1, entry.at)
    const happening = entry.what()
    if (happening === undefined) return
    this.moves += 1
    await happening
    await settled()
  }
}

/** Resolves when all that wait for a promise have gone on as far as they can. */
const settled = () => new Promise((resolve) => setImmediate(resolve))
