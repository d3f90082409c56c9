import { describe, expect, it, vi } from 'vitest'
import { createSystem, type ReadFacts } from './read-system'
import { type ScheduledName, scheduledNames } from './scheduled-run'
import { type OwnFacts, supportText, systemViewSchema } from './system-view'

const at = '2026-11-28T04:00:00.000Z'
const own: OwnFacts = {
  ...{ version: '1.2.3', mode: 'sandbox', access: 'open', environment: 'sandbox' },
  instance: { id: 'abcd1234', startedAt: at, node: '20.20.0' },
  database: { kind: 'postgres', place: 'db.example.com:5432/leads' },
  limits: { atOnce: 5, perSecond: 10, timeoutS: 30, addressPerMinute: 600, retentionMonths: null },
  settings: [
    { name: 'PORT', isSet: true, value: '3000', source: 'default' },
    { name: 'DATA_DIR', isSet: true, value: '/home/erik/data', source: 'file' },
    { name: 'AUTH_SECRET', isSet: true, value: null, source: 'file' },
  ],
}
const facts: ReadFacts = {
  ...{ now: at, server: '18.1', bytes: 1_000, marks: [{ name: 'system', value: '7' }], marksSince: at },
  ...{ rows: [], hold: null, alerts: { open: 0, newest: [] } },
  backups: { lastVerified: { at, bytes: 5, failure: null }, lastFailed: null },
  calls: {
    ...{ day: '2026-11-28', calls: 2, delivered: 1, doubts: 1 },
    ...{ p50: 12.5, p95: 40, isPart: false },
  },
}
const everyMs = Object.fromEntries(scheduledNames.map((name) => [name, 60_000])) as Record<
  ScheduledName,
  number
>
const disk = { freeBytes: 5, totalBytes: 9 }

const systemOf = (readFacts: () => Promise<ReadFacts>, freeDisk = async () => disk) =>
  createSystem({
    ...{ own, readFacts, freeDisk, notes: () => [], everyMs, now: () => new Date(at), patienceMs: 20 },
  })

describe('how the service is', () => {
  it('is what it knows of itself and what the database tells, in the shape that pages read', async () => {
    const view = await systemOf(async () => facts).read()
    expect(systemViewSchema.parse(view)).toEqual(view)
    expect(view).toMatchObject({ version: '1.2.3', readAt: at, disk, facts: { server: '18.1' } })
    expect(view.facts?.runs.filter(({ state }) => state === 'database').map(({ name }) => name)).toEqual([
      'checkpoint',
      'look-for-room',
      'vacuum',
    ])
  })

  it('is told without the database while that is away, or says nothing in time', async () => {
    const away = systemOf(() => Promise.reject(new Error('the database is away')))
    expect(await away.read()).toMatchObject({ ...own, facts: null })
    const silent = systemOf(() => new Promise(() => {}))
    expect(await silent.read()).toMatchObject({ ...own, facts: null })
  })

  it('asks a database that does not answer once, however often the page asks', async () => {
    const readFacts = vi.fn(() => new Promise<ReadFacts>(() => {}))
    const silent = systemOf(readFacts)
    await Promise.all([silent.read(), silent.read()])
    await silent.read()
    expect(readFacts).toHaveBeenCalledTimes(1)
  })

  it('is told where the disk cannot be looked at', async () => {
    const blind = systemOf(
      async () => facts,
      () => Promise.reject(new Error('no such folder')),
    )
    expect(await blind.read()).toMatchObject({ disk: null, facts: { server: '18.1' } })
  })

  it('is a text of one line for each thing, that a setting’s and a run’s name stand in', async () => {
    const lines = supportText(await systemOf(async () => facts).read()).split('\n')
    expect(lines).toEqual(
      expect.arrayContaining([
        ...['version: 1.2.3', 'database.place: db.example.com:5432/leads', 'limits.retentionMonths: -'],
        ...['settings.PORT.value: 3000', 'settings.AUTH_SECRET.isSet: true', 'settings.AUTH_SECRET.value: -'],
        ...['facts.runs.vacuum.state: database', 'facts.marks.system.value: 7', 'facts.calls.p95: 40'],
      ]),
    )
    expect(lines, 'a folder may name who works there').toContain('settings.DATA_DIR.value: -')
    expect(lines).toContain('settings.DATA_DIR.isSet: true')
    expect(lines.every((line) => /^[\w.-]+: \S/.test(line))).toBe(true)
  })
})
