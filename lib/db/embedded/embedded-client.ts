import { EventEmitter } from 'node:events'
import type { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import pgUtils from 'pg/lib/utils'
import { endOpenTransactions } from '../end-when-silent'
import { driverResult, type RowOptions } from './driver-result'
import { EmbeddedSession, type SessionLimits } from './embedded-session'

type Callback<T> = (error: Error | null, result?: T) => void
type Result = pg.QueryResult | pg.QueryResult[]
type Query = RowOptions & { name?: string | undefined; text: string; values?: unknown[] | undefined }

/** node-postgres' `Client`, as far as its pool, Prisma's adapter and pg-boss use it, over the shared session. */
class EmbeddedClient extends EventEmitter {
  /** pg-pool reads these two to see whether it can lend the client again. */
  readonly _queryable = true
  _ending = false
  #last: Promise<unknown> = Promise.resolve()
  readonly #session: EmbeddedSession

  constructor(session: EmbeddedSession) {
    super()
    this.#session = session
  }

  connect(callback?: Callback<this>): Promise<this> | undefined {
    return settle(Promise.resolve(this), callback)
  }

  /** As in node-postgres: text without values may hold several statements, which give a list of results. */
  query(
    query: string | Query,
    values?: unknown[] | Callback<Result>,
    callback?: Callback<Result>,
  ): Promise<Result> | undefined {
    const { values: own = [], ...config } = typeof query === 'string' ? { text: query } : query
    const answer = this._ending
      ? Promise.reject(new Error('Client was closed and is not queryable'))
      : this.#afterLast(() => this.#run(config, Array.isArray(values) ? values : own))
    return settle(answer, typeof values === 'function' ? values : callback)
  }

  /** Rolls back what is open; statements given before it still run. */
  end(callback?: Callback<void>): Promise<void> | undefined {
    const first = !this._ending
    this._ending = true
    const ended = this.#afterLast(async () => {
      if (this.#session.isInTransaction(this)) await this.#run({ text: 'ROLLBACK' }, [])
      if (first) this.emit('end')
    })
    return settle(ended, callback)
  }

  /** I outside a transaction, T inside one: node-postgres' letters, without its E for one that has failed. */
  getTransactionStatus(): 'I' | 'T' {
    return this.#session.isInTransaction(this) ? 'T' : 'I'
  }

  /** There is no socket that could keep the process alive. */
  ref(): void {}
  unref(): void {}

  async #run({ name, text, ...rows }: Query, values: unknown[]): Promise<Result> {
    const results = await this.#session.run(this, { name, text, values: values.map(pgUtils.prepareValue) })
    const [first, ...others] = results.map((result) => driverResult(result, rows))
    return first && others.length === 0 ? first : [...(first ? [first] : []), ...others]
  }

  #afterLast<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => undefined)
    return result
  }
}

function settle<T>(result: Promise<T>, callback: Callback<T> | undefined): Promise<T> | undefined {
  if (!callback) return result
  result.then(
    (value) => process.nextTick(callback, null, value),
    (error) => process.nextTick(callback, error),
  )
  return undefined
}

const noLimits: SessionLimits = { isDiskFull: () => false, onPanic: () => undefined }

/** A node-postgres pool whose clients share PGlite's session. Ending it leaves PGlite open. */
export function createEmbeddedPool(pglite: PGlite, limits = noLimits): pg.Pool {
  const session = new EmbeddedSession(pglite, limits)
  class Client extends EmbeddedClient {
    constructor() {
      super(session)
    }
  }
  // The pool wants node-postgres' own class; it calls no more of it than EmbeddedClient has.
  const clientClass = Client as unknown as new () => pg.ClientBase
  const pool = new pg.Pool({ Client: clientClass, allowExitOnIdle: true })
  endOpenTransactions(pool)
  return pool
}
