import { describe, expect, it } from 'vitest'
import { startOfDay } from '@/lib/time/stockholm-time'
import { isNarrowed, leadFilterSchema, noFilter, readAddress, receivedDays, writeAddress } from './log-filter'

const customer = '01a20b6b-a726-740c-906a-fd852559351d'

/** The hours between the bounds of what was received, by a clock that shows `now`. */
function bounds(received: string, now: string) {
  const days = receivedDays(leadFilterSchema.parse({ received }).received, new Date(now))
  const [from, until] = [startOfDay(days?.from ?? ''), startOfDay(days?.until ?? '')]
  return { from: from.toISOString(), hours: (until.getTime() - from.getTime()) / 3_600_000 }
}

describe('receivedDays', () => {
  it.each([
    ['today', '2026-11-28T12:00:00Z', '2026-11-27T23:00:00.000Z', 24],
    [
      'today, an hour after midnight in Sweden, which is yesterday elsewhere',
      '2026-07-31T23:00:00Z',
      '2026-07-31T22:00:00.000Z',
      24,
    ],
    ['today, that has 23 hours', '2026-03-29T12:00:00Z', '2026-03-28T23:00:00.000Z', 23],
    ['today, that has 25 hours', '2026-10-25T12:00:00Z', '2026-10-24T22:00:00.000Z', 25],
    ['yesterday, that had 25 hours', '2026-10-26T12:00:00Z', '2026-10-24T22:00:00.000Z', 25],
    ['yesterday, in another year', '2026-01-01T12:00:00Z', '2025-12-30T23:00:00.000Z', 24],
    ['7-days, one of which had 23 hours', '2026-03-30T12:00:00Z', '2026-03-23T23:00:00.000Z', 7 * 24 - 1],
    ['this-month', '2026-11-03T12:00:00Z', '2026-10-31T23:00:00.000Z', 3 * 24],
    [
      'last-month, with the end of summer time',
      '2026-11-28T12:00:00Z',
      '2026-09-30T22:00:00.000Z',
      31 * 24 + 1,
    ],
    ['last-month, with its beginning', '2026-04-01T12:00:00Z', '2026-02-28T23:00:00.000Z', 31 * 24 - 1],
    ['last-month, in another year', '2026-01-31T23:30:00Z', '2025-12-31T23:00:00.000Z', 31 * 24],
    ['2026-02-01..2026-02-28', '2026-11-28T12:00:00Z', '2026-01-31T23:00:00.000Z', 28 * 24],
  ])('takes days as they are in Sweden: %s', (received, now, from, hours) => {
    expect(bounds(received.split(',')[0] ?? '', now)).toEqual({ from, hours })
  })
})

describe('leadFilterSchema', () => {
  it.each([
    '2026-02-30..2026-03-01',
    '2026-03-02..2026-03-01',
    '2026-03-01',
    'yesteryear',
    '0001-01-01..9999-12-31',
  ])('takes no days that are none, or end before they begin: %s', (received) => {
    expect(leadFilterSchema.safeParse({ received }).success).toBe(false)
  })
  it('takes one status, or none, as a page of the version before says it', () => {
    expect(leadFilterSchema.parse({ status: 'rejected' }).status).toEqual(['rejected'])
    expect(leadFilterSchema.parse({ status: null })).toEqual(noFilter)
  })
  it('leaves leads of test keys out where nothing is said of them, as in what was kept before there were any', () => {
    expect(leadFilterSchema.parse({ status: ['rejected'], channel: 'api' }).tests).toBeNull()
    expect(leadFilterSchema.safeParse({ tests: 'some' }).success).toBe(false)
    expect([isNarrowed(noFilter), isNarrowed({ ...noFilter, tests: 'with' })]).toEqual([false, true])
  })
  it('has statuses in one order and once, so that two filters that are the same look so', () => {
    expect(leadFilterSchema.parse({ status: ['unknown', 'failed', 'unknown'] }).status).toEqual([
      'failed',
      'unknown',
    ])
  })
})

describe('an address', () => {
  it('names every part of a filter by ids and codes, and is read as it was written', () => {
    const filter = leadFilterSchema.parse({
      status: ['failed', 'rejected'],
      customer,
      source: customer,
      channel: 'api',
      sender: `key:${customer}`,
      received: 'last-month',
      tests: 'only',
    })
    const { search: _, ...shown } = filter
    expect(readAddress(writeAddress(filter))).toEqual(shown)
    expect(isNarrowed(filter)).toBe(true)
  })
  it('that names what is no filter is read as if it did not: people type addresses', () => {
    const asked = {
      status: 'sent,failed',
      customer: 'ABC123',
      channel: ['api'],
      sender: 'me',
      received: 'x'.repeat(9_999),
      tests: 'some',
    }
    expect(readAddress(asked)).toMatchObject({
      status: ['failed'],
      customer: null,
      channel: null,
      sender: null,
      received: null,
      tests: null,
    })
    expect(isNarrowed(readAddress({ search: 'Erik' }))).toBe(false)
  })
})
