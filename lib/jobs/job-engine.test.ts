import { expect, it, vi } from 'vitest'
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

it('keeps its house every ten minutes and not more often, because it writes down each time that it did', async () => {
  const [embedded] = testDatabases
  if (!embedded) throw new Error('there is always the embedded one')
  const { pool, close } = await embedded.create()
  let kept = 0
  const query = (text: string, values?: unknown[]) => {
    if (text.includes('SET maintained_on')) kept++
    return pool.query(text, values)
  }
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const engine = createJobEngine(query, () => undefined)
  try {
    await engine.start({ workBulkSend: async () => undefined })
    vi.advanceTimersByTime(599_000)
    expect(kept).toBe(0)
    vi.advanceTimersByTime(1_000)
    expect(kept).toBe(1)
  } finally {
    vi.useRealTimers()
    await engine.stop(1_000)
    await close()
  }
})
