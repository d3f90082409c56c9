import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import pg from 'pg'
import { log } from '@/lib/log'

/** In ms: after how long a loan makes us ask whether the database answers at all, and how long it has to do so. */
type Patience = { loan: number; answer: number }

/** Together, with the time between two looks, well under the 5 s that a caller may wait. */
const usualPatience: Patience = { loan: 750, answer: 3_000 }

/** In ms, between two looks at the loans. */
const betweenLooks = 250

/**
 * Ends the clients that are lent out while the database does not answer, so that callers who wait are told.
 *
 * A stopped server keeps its connections, and with them everybody's patience; its own time limits stand still with it.
 * How long a statement takes tells nothing: one of a migration or an export is not to be cut off. So a new connection
 * is asked, and only its silence is one. A client that is ended is closed at once where a statement is on its way: no
 * late answer can reach the next user, and its transaction is rolled back when the server finds the connection gone.
 */
export function endWhenSilent(
  pool: pg.Pool,
  address: pg.ClientConfig,
  patience: Patience = usualPatience,
): void {
  const lentAt = new Map<pg.PoolClient, number>()
  let isWatching = false

  pool.on('acquire', (client) => {
    lentAt.set(client, performance.now())
    if (!isWatching) void watch()
  })
  pool.on('release', (_error, client) => lentAt.delete(client))

  async function watch(): Promise<void> {
    isWatching = true
    while (lentAt.size > 0) {
      // Looks keep no process alive.
      await pause(Math.min(betweenLooks, patience.loan), undefined, { ref: false })
      const longest = performance.now() - Math.min(...lentAt.values())
      if (longest >= patience.loan) await endIfSilent()
    }
    isWatching = false
  }

  async function endIfSilent(): Promise<void> {
    const asked = performance.now()
    if (await isAnswering(address, patience.answer)) return
    log.warn('the database does not answer: what waits for it is told so')
    for (const [client, since] of lentAt) if (since <= asked) void client.end()
  }
}

/** In ms. A timer that comes so much too late tells of a process that stood still, and not of the other side. */
const tooLate = 1_000

/**
 * Whether a database says anything to a new connection within `withinMs`; a refusal is an answer too, and so is a
 * connection that breaks: then the others break as well, and no caller waits for them.
 */
async function isAnswering(address: pg.ClientConfig, withinMs: number): Promise<boolean> {
  const began = performance.now()
  const client = new pg.Client({ ...address, connectionTimeoutMillis: withinMs })
  // Lost after it was asked: its answer is not needed any more.
  client.on('error', () => undefined)
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<false>((resolve) => {
    timer = setTimeout(resolve, withinMs, false)
  })
  const answer = ask(client).then(
    () => true,
    () => performance.now() - began < withinMs,
  )
  const isHeard = await Promise.race([answer, silence]).finally(() => clearTimeout(timer))
  void client.end()
  return isHeard || performance.now() - began > withinMs + tooLate
}

async function ask(client: pg.Client): Promise<void> {
  await client.connect()
  await client.query('SELECT 1')
}

/**
 * Ends clients that come back to their pool inside a transaction. node-postgres would lend them out as they are,
 * and the next user's work would be committed, or lost, by a stranger.
 */
export function endOpenTransactions(pool: Pool): void {
  pool.on('release', (_error, client) => {
    const status = client.getTransactionStatus()
    if (status === 'T' || status === 'E') void client.end()
  })
}
