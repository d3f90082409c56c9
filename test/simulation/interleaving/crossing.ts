import pg from 'pg'
import type { Draws } from '../plan'

type Callback = (error: unknown, result?: unknown) => void
/** Sends a statement, and says when it was answered. */
type Statement = (answered: () => void) => void
type Side = { waiting: Statement | null; isUnderWay: boolean; isOver: boolean; client: pg.Client | null }

/** How long a statement may wait for a lock that is not let go, in ms. */
const longestWait = 5_000

/**
 * Where the statements of two connections meet: each is sent only when its turn comes, and the draws say whose it is. One
 * that waits for a lock is left waiting, and the other goes on.
 */
export class Crossing {
  readonly #draws: Draws
  readonly #watcher: pg.Pool
  readonly #sides: Side[] = []
  /** Whether all may pass as they come: something went wrong already. */
  #isOpen = false
  /** How many statements were sent, and how many of them had to wait for a lock. */
  statements = 0
  waits = 0

  /** `watcher`: sees which sessions wait. */
  constructor(draws: Draws, watcher: pg.Pool) {
    this.#draws = draws
    this.#watcher = watcher
  }

  /** A pool of one connection whose statements wait for their turn. */
  openSide(config: pg.PoolConfig): pg.Pool {
    const side: Side = { waiting: null, isUnderWay: false, isOver: false, client: null }
    this.#sides.push(side)
    const isOpen = () => this.#isOpen
    const pass = (it: Side) => this.#send(it)
    class Client extends pg.Client {
      constructor(options?: pg.ClientConfig) {
        super(options)
        side.client = this
        // It has a dozen signatures, of which the pool uses those with a callback and Prisma those without.
        const send = this.query.bind(this) as (...query: unknown[]) => unknown
        const wait = (statement: Statement) => {
          side.waiting = statement
          if (isOpen()) pass(side)
        }
        Object.assign(this, { query: (...query: unknown[]) => queued(wait, send, query) })
      }
    }
    return new pg.Pool({ ...config, max: 1, Client })
  }

  /** Plays what each side does to its end. @throws what a side or `between` threw, when all of them are over */
  async play(scripts: (() => Promise<void>)[], between: () => Promise<void>): Promise<void> {
    const ends = scripts.map((script, at) =>
      script().finally(() => {
        const side = this.#sides[at]
        if (side) side.isOver = true
      }),
    )
    const end = Promise.all(ends)
    end.catch(() => undefined)
    try {
      while (!(await this.#isOver())) {
        const ready = this.#sides.filter(({ waiting }) => waiting !== null)
        const side = ready[this.#draws.below(ready.length)]
        await between()
        if (side) this.#send(side)
      }
      await end
    } finally {
      this.#isOpen = true
      for (const side of this.#sides) if (side.waiting) this.#send(side)
      await Promise.allSettled(ends)
    }
  }

  #send(side: Side): void {
    const { waiting } = side
    side.waiting = null
    side.isUnderWay = true
    this.statements += 1
    waiting?.(() => {
      side.isUnderWay = false
    })
  }

  /** Waits until nothing moves: each side has something to say, waits for a lock, or is over. Whether all are. */
  async #isOver(): Promise<boolean> {
    const begun = performance.now()
    for (;;) {
      await soon()
      const thinks = (side: Side) => !side.isOver && side.waiting === null && !side.isUnderWay
      if (this.#sides.some(thinks)) continue
      const underWay = this.#sides.filter(({ isUnderWay }) => isUnderWay)
      const blocked = await this.#blocked(underWay)
      if (blocked < underWay.length) continue
      if (this.#sides.every(({ isOver }) => isOver)) return true
      if (this.#sides.some(({ waiting }) => waiting !== null)) {
        this.waits += blocked
        return false
      }
      if (performance.now() - begun > longestWait) throw new Error('a lock is waited for that is not let go')
    }
  }

  /** How many of them wait for a lock that another holds. */
  async #blocked(sides: Side[]): Promise<number> {
    if (sides.length === 0) return 0
    const { rows } = await this.#watcher.query<{ blocked: number }>({
      name: 'blocked',
      text: `SELECT count(*)::int AS blocked FROM unnest($1::int[]) pid WHERE cardinality(pg_blocking_pids(pid)) > 0`,
      values: [sides.map(({ client }) => client && processOf(client))],
    })
    return rows[0]?.blocked ?? 0
  }
}

function queued(
  wait: (statement: Statement) => void,
  send: (...query: unknown[]) => unknown,
  query: unknown[],
): unknown {
  const callback = query.at(-1)
  const queue = (told: Callback, rest: unknown[]) =>
    wait((answered) => {
      const answer: Callback = (error, result) => {
        answered()
        told(error, result)
      }
      send(...rest, answer)
    })
  if (typeof callback === 'function') return queue((...answer) => callback(...answer), query.slice(0, -1))
  return new Promise((resolve, reject) => {
    queue((error, result) => (error ? reject(error) : resolve(result)), query)
  })
}

/** The number of its process at the server, which its types do not name. */
const processOf = (client: pg.Client) => ('processID' in client ? client.processID : null)

const soon = () => new Promise((resolve) => setImmediate(resolve))
