import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from 'vitest'
import { DatabaseError } from '@/lib/db/database-error'
import { log } from '@/lib/log'
import { replayAtStart } from './replay-at-start'

const place = '/srv/erasures.jsonl'
const live = { mode: 'live', DATABASE_URL: undefined, ERASURE_LEDGER: undefined } as const
const apart = { ...live, ERASURE_LEDGER: place }
const keeping = (recorded: number) => ({ reconcile: async () => recorded })

describe('the start, which has the database forget what the ledger says', () => {
  const loud = log.level
  let warned: MockInstance<typeof log.warn>
  beforeEach(() => {
    log.level = 'silent'
    warned = vi.spyOn(log, 'warn')
  })
  afterEach(() => {
    warned.mockRestore()
    log.level = loud
  })
  const warnings = () => warned.mock.calls.map(([, message]) => message)

  it('ends in one line without what the database said, because that may name whom it would serve', async () => {
    const error = Object.assign(new Error('Failing row contains (Gunhild)\nDETAIL'), { code: 'P2010' })
    const failing = { reconcile: () => Promise.reject(error) }
    const replaying = replayAtStart(failing, { place, isNew: false }, apart).catch((reason) => reason)
    expect(await replaying).toBeInstanceOf(DatabaseError)
    expect((await replaying).message).toBe(`The erasures in ${place} cannot be replayed: P2010`)
  })

  it('warns of a ledger that is new where the database is not: its volume may be missing', async () => {
    await replayAtStart(keeping(0), { place, isNew: true }, apart)
    await replayAtStart(keeping(3), { place, isNew: false }, apart)
    expect(warnings()).toEqual([])
    await replayAtStart(keeping(3), { place, isNew: true }, apart)
    expect(warnings()).toEqual([expect.stringContaining('the ledger of erasures is new')])
  })

  it('warns live where a restore of the data folder takes the ledger back, and not in a sandbox', async () => {
    await replayAtStart(keeping(0), { place, isNew: false }, { ...live, mode: 'sandbox' })
    await replayAtStart(
      keeping(0),
      { place, isNew: false },
      { ...live, DATABASE_URL: 'postgresql://db/leads' },
    )
    expect(warnings()).toEqual([])
    await replayAtStart(keeping(0), { place, isNew: false }, live)
    expect(warnings()).toEqual([expect.stringContaining('ERASURE_LEDGER')])
  })
})
