import { setImmediate } from 'node:timers/promises'
import type { PGlite, Results } from '@electric-sql/pglite'
import { driverError } from './driver-error'
import { SessionLock } from './session-lock'

/** A statement as it goes over the wire: values are text, bytes or null. */
export type Statement = { text: string; values: (string | Buffer | null)[] }

/** PGlite's one session, shared by all clients of a pool: statements outside transactions take turns. */
export class EmbeddedSession {
  readonly #lock = new SessionLock()
  readonly #pglite: PGlite

  constructor(pglite: PGlite) {
    this.#pglite = pglite
    speakText(pglite)
  }

  /**
   * Runs a statement, or several separated by semicolons if there are no values, when it is the client's turn.
   * Afterwards the client keeps the session if, and only if, it is inside a transaction.
   * @returns one result for each statement; rows are arrays of the text PostgreSQL sends.
   * @throws {pg.DatabaseError} as node-postgres does, without the statement and its values.
   */
  async run(client: object, { text, values }: Statement): Promise<Results<(string | null)[]>[]> {
    await this.#lock.acquire(client)
    try {
      // PGlite answers in microtasks: without a turn of the event loop a busy database stops HTTP altogether.
      await setImmediate()
      if (values.length > 0) return [await this.#pglite.query(text, values, { rowMode: 'array' })]
      // exec() does not let its caller name the type of a row; with rowMode it is an array.
      return (await this.#pglite.exec(text, { rowMode: 'array' })) as Results<(string | null)[]>[]
    } catch (error) {
      throw driverError(error)
    } finally {
      if (this.#pglite.closed || !this.#pglite.isInTransaction()) this.#lock.release(client)
    }
  }

  /** Whether the client is inside a transaction, as seen between its statements. */
  isInTransaction(client: object): boolean {
    return this.#lock.isHeldBy(client)
  }
}

/** Makes PGlite pass values through as they are, both ways, so that the client can do as node-postgres does. */
function speakText(pglite: PGlite): void {
  for (const type of Object.keys(pglite.parsers)) pglite.parsers[type] = (text) => text
  for (const type of Object.keys(pglite.serializers)) pglite.serializers[type] = (value) => value
}
