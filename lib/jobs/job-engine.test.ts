import { expect, it } from 'vitest'
import { testDatabases } from '@/test/support/database/test-database'
import { createJobEngine } from './job-engine'

it.each(testDatabases)(
  'makes its queue on $kind although another instance makes it at the same time',
  async ({ create }) => {
    const { pool, close } = await create()
    const failed: Error[] = []
    let ended = 0
    // What PostgreSQL says to one of two whose statements wait for each other, as those of pg-boss then do at times.
    const query = async (text: string, values?: unknown[]) => {
      if (!text.includes('create_queue') || ended++ > 0) return pool.query(text, values)
      throw Object.assign(new Error('deadlock detected'), { code: '40P01' })
    }
    try {
      await createJobEngine(query, (error) => failed.push(error)).prepare()
      expect(ended).toBeGreaterThan(1)
      expect((await pool.query(`SELECT FROM pgboss.queue WHERE name = 'bulk-send'`)).rows).toHaveLength(1)
      expect(failed).toEqual([])
    } finally {
      await close()
    }
  },
)
