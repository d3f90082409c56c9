import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'

/**
 * The product's PostgreSQL, asked past the product.
 * @param {string} url
 */
export async function askDatabase(url) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const names = async (/** @type {string} */ sql) => {
    /** @type {{ rows: { name: string }[] }} */
    const { rows } = await client.query(sql)
    return rows.map(({ name }) => name)
  }
  const count = async (/** @type {string} */ sql) => {
    /** @type {{ rows: { count: number }[] }} */
    const { rows } = await client.query(`SELECT count(*)::int AS count ${sql}`)
    return rows[0]?.count ?? 0
  }
  return {
    names,
    count,
    /** Waits until no lead waits any more, for so long at most; whether that came. */
    async nothingWaits(/** @type {number} */ limitMs) {
      const deadline = Date.now() + limitMs
      while (Date.now() < deadline) {
        if ((await count(`FROM lead WHERE status = 'pending'`)) === 0) return true
        await delay(500)
      }
      return false
    },
    /** Names of leads of which two may be at Vitec, as the product has told. */
    maybeTwice: () =>
      names(`SELECT DISTINCT l.last_name AS name FROM lead l JOIN lead_event e ON e.lead_id = l.id
        WHERE e.kind = 'maybe_twice'`),
    end: () => client.end(),
  }
}
