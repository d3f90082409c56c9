import type { Pool } from 'pg'

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
