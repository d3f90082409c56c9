import { setImmediate } from 'node:timers/promises'
import type { PGlite, Results } from '@electric-sql/pglite'
import pg, { escapeIdentifier, escapeLiteral } from 'pg'
import { driverError } from './driver-result'
import { EngineEnded } from './engine-ended'

type Value = string | Buffer | null
/** A statement as it goes over the wire: values are text, bytes or null. One with a name is prepared under it. */
type Statement = { name?: string | undefined; text: string; values: Value[] }

/**
 * The one statement that writes while the disk is full, into the space that was kept: what came of an attempt under way. They
 * are few, and a claim, which would make more, is refused.
 */
export const settleStatement = 'settle-attempt'

/** What the session is to mind: the disk on which it writes, and whom to tell that it is over. */
export type SessionLimits = {
  isDiskFull: () => boolean
  /** Called once. The database on disk is whole: it was written as of a crash. */
  onPanic: (error: Error) => void
}

/** PGlite's one session, shared by all clients of a pool: statements outside transactions take turns. */
export class EmbeddedSession {
  readonly #lock = new SessionLock()
  readonly #pglite: PGlite
  readonly #prepared = new Set<string>()
  readonly #limits: SessionLimits
  #isReadOnly = false
  #panic: Error | null = null

  constructor(pglite: PGlite, limits: SessionLimits) {
    this.#pglite = pglite
    this.#limits = limits
    speakText(pglite)
  }

  /**
   * Runs a statement, or several separated by semicolons if there are no values, when it is the client's turn.
   * Afterwards the client keeps the session if, and only if, it is inside a transaction.
   * @returns one result for each statement; rows are arrays of the text PostgreSQL sends.
   * @throws {pg.DatabaseError} as node-postgres does, without the statement and its values; after a panic that one, to
   *   everybody: PGlite would never come back from another statement.
   */
  async run(client: object, { name, text, values }: Statement): Promise<Results<(string | null)[]>[]> {
    await this.#lock.acquire(client)
    try {
      // PGlite answers in microtasks: without a turn of the event loop a busy database stops HTTP altogether.
      await setImmediate()
      if (this.#panic) throw this.#panic
      if (!this.#pglite.isInTransaction()) await this.#writeOrNot(name === settleStatement)
      if (name !== undefined) return await this.#runPrepared(name, text, values)
      if (values.length > 0) return [await this.#pglite.query(text, values, { rowMode: 'array' })]
      return await this.#exec(text)
    } catch (error) {
      const known = driverError(error)
      if (isPanic(known)) this.#end(known)
      throw known
    } finally {
      if (this.#panic || this.#pglite.closed || !this.#pglite.isInTransaction()) this.#lock.release(client)
    }
  }

  #end(panic: Error): void {
    if (this.#panic === panic) return
    this.#panic = panic
    this.#limits.onPanic(panic)
  }

  /** Has PostgreSQL refuse what would write (25006) while the disk is full, but for {@link settleStatement}; it goes on reading. */
  async #writeOrNot(isSettling: boolean): Promise<void> {
    const isReadOnly = this.#limits.isDiskFull() && !isSettling
    if (isReadOnly === this.#isReadOnly) return
    await this.#exec(`SET default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`)
    this.#isReadOnly = isReadOnly
  }

  /** In SQL: over the protocol PGlite parses and plans a statement anew each time, which takes longer than it does. */
  async #runPrepared(name: string, text: string, values: Value[]) {
    const quoted = escapeIdentifier(name)
    if (!this.#prepared.has(name)) await this.#exec(`PREPARE ${quoted} AS ${text}`)
    this.#prepared.add(name)
    return this.#exec(`EXECUTE ${quoted}${values.length > 0 ? `(${values.map(literal)})` : ''}`)
  }

  // exec() does not let its caller name the type of a row; with rowMode it is an array.
  async #exec(text: string) {
    return (await this.#pglite.exec(text, { rowMode: 'array' })) as Results<(string | null)[]>[]
  }

  /** Whether the client is inside a transaction, as seen between its statements. */
  isInTransaction(client: object): boolean {
    return this.#lock.isHeldBy(client)
  }
}

function isPanic(error: unknown): error is Error {
  return error instanceof EngineEnded || (error instanceof pg.DatabaseError && error.severity === 'PANIC')
}

function literal(value: Value): string {
  if (value === null) return 'NULL'
  return escapeLiteral(typeof value === 'string' ? value : `\\x${value.toString('hex')}`)
}

/** Makes PGlite pass values through as they are, both ways, so that the client can do as node-postgres does. */
function speakText(pglite: PGlite): void {
  for (const type of Object.keys(pglite.parsers)) pglite.parsers[type] = (text) => text
  for (const type of Object.keys(pglite.serializers)) pglite.serializers[type] = (value) => value
}

const waitLimitMs = 30_000

type Waiter = { client: object; grant: () => void }

/**
 * Gives PGlite's only session to one client at a time, first come, first served.
 * A client keeps it until it releases it: from BEGIN to COMMIT or ROLLBACK.
 */
class SessionLock {
  #holder: object | null = null
  readonly #waiters: Waiter[] = []

  isHeldBy(client: object): boolean {
    return this.#holder === client
  }

  /**
   * Resolves when the client has the session, at once if it has it already.
   * @throws {Error} after 30 seconds: most likely a second client is used inside a transaction, which
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
