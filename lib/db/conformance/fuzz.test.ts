import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawsMuch, seededRandom, testSeed } from '@/test/run/random.mjs'
import type { Database } from '../open-database'
import { testDatabases } from '../testing/test-database'
import { FuzzWorker, untouchedAccount } from './fuzz-worker'

/** Repeats what each worker chose, though not how they took turns. */
const seed = testSeed
const workers = 8
const steps = Number(process.env.FUZZ_STEPS ?? (drawsMuch ? 250 : 100))

describe.each(testDatabases)('many clients at once on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
    await db.pool.query(`
      CREATE TABLE item (worker int, key int, text text, PRIMARY KEY (worker, key));
      CREATE TABLE account (id int PRIMARY KEY, money int);
      INSERT INTO account SELECT generate_series(0, ${untouchedAccount}), 0`)
  })
  afterAll(() => db.close())

  it(`get their own answers, and keep what they committed and nothing else`, async () => {
    const all = Array.from(
      { length: workers },
      (_, id) => new FuzzWorker(id, db.pool, seededRandom(seed + id)),
    )
    await Promise.all(all.map((worker) => worker.run(steps)))

    const { rows } = await db.pool.query('SELECT worker, key, text FROM item ORDER BY worker, key')
    const expected = all.flatMap(({ id, model }) =>
      [...model].sort(([a], [b]) => a - b).map(([key, text]) => ({ worker: id, key, text })),
    )
    expect(rows).toEqual(expected)
    expect(db.pool.waitingCount).toBe(0)
  }, 60_000)
})
