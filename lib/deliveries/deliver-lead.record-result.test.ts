import { describe, expect, it } from 'vitest'
import { recordResult } from './deliver-lead'

/** A database that comes back after so many refusals, and a clock that is not waited for. */
function awayFor(refusals: number) {
  const waited: number[] = []
  let asked = 0
  const write = async () => {
    asked += 1
    if (asked <= refusals) throw new Error('the database is away')
  }
  const wait = async (ms: number) => void waited.push(ms)
  return { write, wait, waited, asked: () => asked }
}

describe('recording what an attempt came to', () => {
  it('is done once where the database is there', async () => {
    const database = awayFor(0)
    await recordResult(database.write, database.wait)
    expect({ asked: database.asked(), waited: database.waited }).toEqual({ asked: 1, waited: [] })
  })

  it('is tried again while the database is away, because the answer is known nowhere else', async () => {
    const database = awayFor(3)
    await recordResult(database.write, database.wait)
    expect({ asked: database.asked(), waited: database.waited }).toEqual({
      asked: 4,
      waited: [250, 500, 1_000],
    })
  })

  it('gives up within half a minute, because whoever stops the service waits for it', async () => {
    const database = awayFor(Number.POSITIVE_INFINITY)
    await expect(recordResult(database.write, database.wait)).rejects.toThrow('the database is away')
    expect(database.waited.reduce((sum, ms) => sum + ms, 0)).toBeLessThan(30_000)
  })
})
