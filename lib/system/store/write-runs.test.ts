import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { failureCode } from '@/lib/jobs/run-record'
import type { RunNote } from '@/lib/system/scheduled-run'
import { testDatabases } from '@/test/support/database/test-database'
import { writeRuns } from './write-runs'

const note: RunNote = {
  ...{ name: 'make-searchable', endedAgoMs: 1_000, tookMs: 12, isIdle: false },
  ...{ failedAgoMs: null, failure: null },
}
const minute = 60_000

describe.each(testDatabases)('what ran by itself, in the table on $kind', ({ create }) => {
  let db: Database
  beforeAll(async () => {
    db = await create()
  })
  beforeEach(() => db.prisma.scheduledRun.deleteMany())
  afterAll(() => db.close())

  const rows = async () => {
    const found = await db.prisma.scheduledRun.findMany({ orderBy: { name: 'asc' } })
    const ago = (at: Date | null) => at && Math.round((Date.now() - at.getTime()) / minute)
    return found.map(({ endedAt, failedAt, ...row }) => ({
      ...row,
      ended: ago(endedAt),
      failed: ago(failedAt),
    }))
  }
  const row = { name: 'make-searchable', tookMs: 12, failure: null, ended: 0, failed: null }

  it('has it by the database’s clock, in one statement for all of them', async () => {
    const failed: RunNote = {
      ...{ name: 'forget-expired', endedAgoMs: null, tookMs: null, isIdle: true },
      ...{ failedAgoMs: 3 * minute, failure: '57P01' },
    }
    expect(await writeRuns(db.pool, [note, failed])).toBe(2)
    expect(await rows()).toEqual([
      { name: 'forget-expired', tookMs: null, failure: '57P01', ended: null, failed: 3 },
      row,
    ])
    expect(await writeRuns(db.pool, [])).toBe(0)
  })

  it('writes nothing for a run without anything to do that another instance has just written, so that a database rests', async () => {
    await writeRuns(db.pool, [{ ...note, endedAgoMs: 5 * minute }])
    expect(await writeRuns(db.pool, [{ ...note, isIdle: true }])).toBe(0)
    expect(await writeRuns(db.pool, [note])).toBe(1)
    expect(await writeRuns(db.pool, [note])).toBe(0)
    await db.prisma.scheduledRun.updateMany({ data: { endedAt: new Date(Date.now() - 11 * minute) } })
    expect(await writeRuns(db.pool, [{ ...note, isIdle: true }])).toBe(1)
    expect(await rows()).toEqual([row])
  })

  it('keeps when it last failed beside when it last ended, and says at once that it goes again', async () => {
    const failing = {
      ...note,
      isIdle: true,
      failedAgoMs: 2 * minute,
      failure: 'P2010',
      endedAgoMs: 4 * minute,
    }
    expect(await writeRuns(db.pool, [failing])).toBe(1)
    expect(await writeRuns(db.pool, [failing])).toBe(0)
    expect(await rows()).toEqual([{ ...row, failure: 'P2010', ended: 4, failed: 2 }])
    expect(await writeRuns(db.pool, [{ ...failing, endedAgoMs: minute }])).toBe(1)
    expect(await rows()).toEqual([{ ...row, failure: 'P2010', ended: 1, failed: 2 }])
  })

  it('takes no older run for the newest, whichever instance writes last', async () => {
    await writeRuns(db.pool, [note])
    const late = { ...note, endedAgoMs: 9 * minute, tookMs: 900, failedAgoMs: 8 * minute, failure: 'late' }
    expect(await writeRuns(db.pool, [late])).toBe(1)
    expect(await rows()).toEqual([{ ...row, failure: 'late', failed: 8 }])
  })

  it('does not believe a row from the future: a clock that was wrong would hide every run to come', async () => {
    const ahead = new Date(Date.now() + 1_000 * minute)
    await db.prisma.scheduledRun.create({
      data: { name: note.name, endedAt: ahead, failedAt: ahead, failure: 'then', tookMs: 1 },
    })
    expect(await writeRuns(db.pool, [note])).toBe(1)
    expect(await rows()).toEqual([row])
  })

  it('can have the database’s own code of a failure, also through Prisma, which calls them all the same', async () => {
    const failed = await db.prisma.$queryRaw`SELECT nowhere`.catch(failureCode)
    expect(failed).toBe('42703')
  })

  it('lets instances that write the same at once do so in turn', async () => {
    const many = Array.from({ length: 10 }, () => writeRuns(db.pool, [note]))
    expect((await Promise.all(many)).every((count) => count <= 1)).toBe(true)
    expect(await rows()).toEqual([row])
  })
})
