/** Work that goes on after its request was answered; a shutdown waits for it. */
export class InFlight {
  readonly #work = new Set<Promise<unknown>>()

  /** Follows `work` until it ends; its failure is told to `onError` and to whoever awaits the promise itself. */
  follow<T>(work: Promise<T>, onError: (error: unknown) => void): Promise<T> {
    const followed: Promise<unknown> = work.catch(onError).finally(() => this.#work.delete(followed))
    this.#work.add(followed)
    return work
  }

  /** Resolves when nothing is in flight. */
  async settled(): Promise<void> {
    while (this.#work.size > 0) await Promise.all(this.#work)
  }
}
