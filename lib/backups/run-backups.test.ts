import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database } from '@/lib/db/open-database'
import { log } from '@/lib/log'
import { askFolder } from '@/lib/time/in-time'
import { testDatabases } from '@/test/support/database/test-database'
import { failureOf, removeBegun, removeOldBackups } from './backup-folder'
import { type BackupOutcome, backupName, isBackupDue, runBackups } from './run-backups'
import { createBackupStore } from './store/create-backup-store'

describe('the backup of a night', () => {
  const last = (startedAt: string, state: 'running' | 'verified' | 'failed') => ({
    startedAt: new Date(startedAt),
    state,
  })
  it.each([
    ['there was none', '2026-11-28T11:00:00Z', null, true],
    ['it was made', '2026-11-28T11:00:00Z', last('2026-11-28T00:01:00Z', 'verified'), false],
    [
      'it was made the evening before, at the first start',
      '2026-11-28T00:30:00Z',
      last('2026-11-27T23:30:00Z', 'verified'),
      true,
    ],
    [
      'one was made less than an hour ago, in whichever night',
      '2026-11-28T00:29:00Z',
      last('2026-11-27T23:30:00Z', 'verified'),
      false,
    ],
    [
      'summer time has begun, and one o clock is an hour earlier',
      '2026-06-27T23:00:00Z',
      last('2026-06-27T21:59:00Z', 'verified'),
      true,
    ],
    ['it failed a moment ago', '2026-11-28T01:00:00Z', last('2026-11-28T00:01:00Z', 'failed'), false],
    ['it failed an hour ago', '2026-11-28T01:01:00Z', last('2026-11-28T00:01:00Z', 'failed'), true],
    ['its process ended an hour ago', '2026-11-28T01:01:00Z', last('2026-11-28T00:01:00Z', 'running'), true],
  ])('is or is not due where %s', (_, now, before, due) => {
    expect(isBackupDue(new Date(now), before)).toBe(due)
  })
})

describe('the folder of backups', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lead-api-backups-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const nameAt = (day: number) => backupName(new Date(Date.UTC(2026, 10, day)), false)

  it('keeps the newest, the one just made even where the clock was set back, and what is not ours', async () => {
    const names = [1, 2, 3, 4].map(nameAt)
    for (const name of [...names, 'notes.txt', 'lead-api-old.sql']) writeFileSync(join(folder, name), '')
    await removeOldBackups(folder, 2, nameAt(1))
    expect(readdirSync(folder)).toEqual([nameAt(1), nameAt(4), 'lead-api-old.sql', 'notes.txt'].sort())
    await removeOldBackups(folder, 1, nameAt(1))
    expect(readdirSync(folder)).toEqual([nameAt(1), 'lead-api-old.sql', 'notes.txt'].sort())
  })

  it('loses two of its files at most for one that was added, however many there are', async () => {
    const many = [11, 12, 13, 14, 15, 16].map(nameAt)
    for (const name of many) writeFileSync(join(folder, name), '')
    await removeOldBackups(folder, 1, nameAt(16))
    expect(readdirSync(folder).filter((name) => many.includes(name))).toEqual(many.slice(1))
    for (const name of many) rmSync(join(folder, name), { force: true })
    writeFileSync(join(folder, nameAt(1)), '')
  })

  it('is cleared of what was begun, and of nothing else', async () => {
    const before = readdirSync(folder)
    for (const end of ['.unfinished-0a1b2c', '.copy', '.verify'])
      writeFileSync(join(folder, nameAt(9) + end), '')
    await removeBegun(folder)
    expect(readdirSync(folder)).toEqual(before)
  })

  it('is told apart when it is full from when it cannot be written', () => {
    const of = (code: string) => failureOf(Object.assign(new Error(), { code }))
    expect(['ENOSPC', '53100', 'EROFS', 'ENOENT', 'P2028'].map(of)).toEqual([
      ...['disk_full', 'disk_full', 'unwritable', 'unwritable', 'failed'],
    ])
  })

  it('is waited for no longer than that where it hangs, and asked nothing more until it has answered', async () => {
    let answer: (word: string) => void = () => undefined
    const asked = vi.fn(() => new Promise<string>((resolve) => (answer = resolve)))
    const ask = () => askFolder('/hangs', 20, asked)
    const hangs = expect.objectContaining({ code: 'ETIMEDOUT' })
    await expect(ask()).rejects.toEqual(hangs)
    await expect(ask()).rejects.toEqual(hangs)
    expect(asked).toHaveBeenCalledOnce()
    expect(failureOf(await ask().catch((error: unknown) => error))).toBe('unwritable')
    expect(await askFolder('/answers', 10_000, async () => 'yes')).toBe('yes')
    answer('late')
    await expect.poll(() => askFolder('/hangs', 10_000, async () => 'again').catch(() => null)).toBe('again')
  })
})

describe.each(testDatabases)('a backup in the table, on $kind', ({ create }) => {
  let database: Database
  beforeAll(async () => {
    database = await create()
  })
  afterAll(() => database.close())

  it('is written down with what came of it, once a night, and one that was cut off as interrupted', async () => {
    const said = [vi.spyOn(log, 'error'), vi.spyOn(log, 'info')].map((spy) =>
      spy.mockImplementation(() => undefined),
    )
    const removed: string[] = []
    const outcomes: BackupOutcome[] = [{ failure: 'disk_full' }, { bytes: 10, leads: 3 }]
    const ports = {
      store: createBackupStore(database.prisma),
      alone: (work: () => Promise<void>) => work(),
      make: async () => outcomes.shift() ?? { failure: 'failed' as const },
      removeOld: async (newest: string) => void removed.push(newest),
    }
    const anHourAgo = () =>
      database.pool.query("UPDATE backup SET started_at = started_at - interval '61 minutes'")
    await ports.store.begin({ file: 'cut-off', encrypted: false })
    await anHourAgo()
    await runBackups(ports, false)
    await runBackups(ports, false)
    await anHourAgo()
    await runBackups(ports, true)
    await runBackups(ports, true)
    expect(outcomes).toEqual([])
    const select = { state: true, failure: true, bytes: true, leads: true, encrypted: true }
    expect(await database.prisma.backup.findMany({ select, orderBy: { startedAt: 'asc' } })).toEqual([
      { state: 'failed', failure: 'interrupted', bytes: null, leads: null, encrypted: false },
      { state: 'failed', failure: 'disk_full', bytes: null, leads: null, encrypted: false },
      { state: 'verified', failure: null, bytes: 10n, leads: 3, encrypted: true },
    ])
    expect(removed).toEqual([expect.stringMatching(/^lead-api-\d{8}T\d{6}Z\.sql\.age$/)])
    expect(said.map((spy) => spy.mock.calls.length)).toEqual([1, 1])
    for (const spy of said) spy.mockRestore()
  })

  it('is made once where the clock was set back, and what was made is of a time to come', async () => {
    await database.pool.query('DELETE FROM backup')
    vi.spyOn(log, 'info').mockImplementation(() => undefined)
    const store = createBackupStore(database.prisma)
    for (const days of [0, 1]) {
      const id = await store.begin({ file: 'to-come', encrypted: false })
      await store.end(id, { bytes: 1, leads: 1 })
      await database.pool.query(
        `UPDATE backup SET started_at = started_at + interval '${2 - days} days' WHERE id = $1`,
        [id],
      )
    }
    let made = 0
    const ports = {
      store,
      alone: (work: () => Promise<void>) => work(),
      make: async () => ({ bytes: ++made, leads: 1 }),
      removeOld: async () => undefined,
    }
    for (let minute = 0; minute < 3; minute++) await runBackups(ports, false)
    expect(made).toBe(1)
    vi.restoreAllMocks()
  })
})
