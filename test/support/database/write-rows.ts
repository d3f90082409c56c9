/**
 * A process for tests to kill: opens the embedded database in the folder given, writes rows, each alone or
 * in a transaction of its own, and prints the number of each as soon as it is acknowledged.
 */
import { writeSync } from 'node:fs'
import { openEmbedded } from '@/lib/db/embedded/open-embedded'

const { pool } = await openEmbedded(process.argv[2] ?? '')
await pool.query('CREATE TABLE IF NOT EXISTS written (number int PRIMARY KEY, text text)')
const { rows } = await pool.query<{ next: number }>(
  'SELECT coalesce(max(number), 0) + 1 AS next FROM written',
)
const insert = 'INSERT INTO written VALUES ($1, $2)'

for (let number = rows[0]?.next ?? 1; ; number++) {
  const values = [number, `row ${number}`]
  if (number % 3 > 0) await pool.query(insert, values)
  else {
    const client = await pool.connect()
    await client.query('BEGIN')
    await client.query(insert, values)
    await client.query('COMMIT')
    client.release()
  }
  writeSync(1, `${number}\n`)
}
