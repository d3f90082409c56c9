const waitLimitMs = 30_000

type Waiter = { client: object; grant: () => void }

/**
 * Gives PGlite's only session to one client at a time, first come, first served.
 * A client keeps it until it releases it: from BEGIN to COMMIT or ROLLBACK.
 */
export class SessionLock {
  #holder: object | null = null
  readonly #waiters: Waiter[] = []

  isHeldBy(client: object): boolean {
    return this.#holder === client
  }

  /**
   * Resolves when the client has the session, at once if it has it already.
   * @throws {Error} after 30 seconds: most likely somebody uses a second client inside a transaction, which
   *   waits for itself.
   */
  async acquire(client: object): Promise<void> {
    if (this.#holder === null) this.#holder = client
    if (this.#holder === client) return
    await new Promise<void>((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1)
        reject(new Error('Waited 30 s for the embedded database: a transaction has not ended'))
      }, waitLimitMs)
      const grant = () => {
        clearTimeout(giveUp)
        resolve()
      }
      const waiter = { client, grant }
      this.#waiters.push(waiter)
    })
  }

  /** Hands the session to the next in line; does nothing when the client does not have it. */
  release(client: object): void {
    if (this.#holder !== client) return
    const next = this.#waiters.shift()
    this.#holder = next?.client ?? null
    next?.grant()
  }
}
