import { describe, expect, it } from 'vitest'
import { type RunNote, type RunRow, type ScheduledName, scheduledNames, scheduledRuns } from './scheduled-run'

const minute = 60_000
const now = new Date('2026-11-28T04:00:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * minute)
const everyMs = Object.fromEntries(scheduledNames.map((name) => [name, minute])) as Record<
  ScheduledName,
  number
>

const row: RunRow = { name: 'make-searchable', endedAt: null, tookMs: null, failedAt: null, failure: null }
const note: RunNote = {
  ...{ name: 'make-searchable', endedAgoMs: null, tookMs: null, isIdle: true },
  ...{ failedAgoMs: null, failure: null },
}

const runOf = (rows: RunRow[], notes: RunNote[] = [], ofDatabase: ScheduledName[] = []) =>
  scheduledRuns({ now, rows, notes, everyMs, ofDatabase }).find(({ name }) => name === 'make-searchable')

describe('what runs by itself', () => {
  it('is told whole and in one order, whatever has run so far and whatever a newer version has written', () => {
    const runs = scheduledRuns({
      now,
      rows: [{ ...row, name: 'of-later' }],
      notes: [],
      everyMs,
      ofDatabase: [],
    })
    expect(runs.map(({ name }) => name)).toEqual([...scheduledNames])
    expect(new Set(runs.map(({ state }) => state))).toEqual(new Set(['never']))
  })

  it('last ran when it did on any instance: by the table, or by what this process knows and has not written', () => {
    const written = { ...row, endedAt: ago(9), tookMs: 90 }
    expect(runOf([written])).toMatchObject({ endedAt: ago(9).toISOString(), tookMs: 90, state: 'well' })
    expect(runOf([written], [{ ...note, endedAgoMs: minute, tookMs: 5 }])).toMatchObject({
      endedAt: ago(1).toISOString(),
      tookMs: 5,
    })
    expect(runOf([written], [{ ...note, endedAgoMs: 20 * minute, tookMs: 5 }])).toMatchObject({ tookMs: 90 })
  })

  it.each([
    ['never', { ...row }],
    ['well', { ...row, endedAt: ago(19) }],
    ['late', { ...row, endedAt: ago(21) }],
    ['failed', { ...row, failedAt: ago(2), failure: 'P2024' }],
    ['failed', { ...row, endedAt: ago(3), failedAt: ago(2), failure: 'P2024' }],
    ['well', { ...row, endedAt: ago(1), failedAt: ago(2), failure: 'P2024' }],
  ])('is %s by its last end and its last failure: %o', (state, known) => {
    expect(runOf([known])).toMatchObject({ state })
  })

  it('is PostgreSQL’s own affair where that does it, so that nobody waits for what never runs here', () => {
    expect(runOf([], [], ['make-searchable'])).toMatchObject({ state: 'database' })
  })
})
