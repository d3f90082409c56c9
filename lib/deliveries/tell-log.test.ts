import { afterAll, beforeEach, expect, it, vi } from 'vitest'
import { log } from '@/lib/log'
import type { EndedAttempt } from './deliver-lead'
import type { Turn } from './delivery-store'
import { tellEnded, tellTest, VitecHold } from './tell-log'

const said: unknown[] = []
const spies = (['info', 'warn'] as const).map((level) =>
  vi.spyOn(log, level).mockImplementation((...words: unknown[]) => {
    said.push([level, ...words])
  }),
)
beforeEach(() => {
  said.length = 0
})
afterAll(() => {
  for (const spy of spies) spy.mockRestore()
})

const attempt: EndedAttempt = {
  ...{ leadId: 'l1', number: 2, outcome: 'delivered', errorKind: null, ms: 31, customer: 'ABC123' },
  ...{ settled: 'on_time', sinceReceivedMs: 900, isProbe: false, pausedFor: null, breaker: null },
}

it('has one line for an attempt that changed nothing else', () => {
  tellEnded(attempt)
  const line = { lead_id: 'l1', customer: 'ABC123', number: 2, outcome: 'delivered', ms: 31 }
  expect(said).toEqual([['info', line, 'an attempt ended']])
})

it('warns of a pause once it begins, and names no customer that only a caller has named', () => {
  const paused = { outcome: 'misconfigured', errorKind: 'credentials', pausedFor: 'credentials' } as const
  tellEnded({ ...attempt, ...paused, customer: null })
  expect(said).toMatchObject([
    ['info', { customer: 'unlisted', error_kind: 'credentials' }, 'an attempt ended'],
    ['warn', { customer: 'unlisted', reason: 'credentials' }, 'a customer is paused'],
  ])
  said.length = 0
  tellEnded({ ...attempt, ...paused, pausedFor: null, isProbe: true })
  expect(said).toMatchObject([['info', { probe: true }, 'an attempt ended']])
})

it('warns nobody of a test, whatever became of it: who sent it is told', () => {
  tellTest({ ...attempt, outcome: 'unknown', errorKind: 'timeout', breaker: 'opened', pausedFor: 'rights' })
  const line = { lead_id: 'l1', number: 2, outcome: 'unknown', ms: 31, error_kind: 'timeout' }
  expect(said).toEqual([['info', line, 'an attempt of a test ended']])
})

it('tells when the breaker of a customer opens and closes, and that what closed it was a probe', () => {
  tellEnded({ ...attempt, outcome: 'unknown', errorKind: 'timeout', breaker: 'opened' })
  tellEnded({ ...attempt, isProbe: true, breaker: 'closed' })
  expect(said).toMatchObject([
    ['warn', {}, 'an attempt ended in doubt'],
    ['warn', {}, 'the breaker of a customer opened'],
    ['info', { probe: true }, 'an attempt ended'],
    ['info', {}, 'the breaker of a customer closed'],
  ])
})

it('tells of Vitec’s breaker when it opens, when it is tried, and when it closes, however often it is asked', () => {
  const hold = new VitecHold()
  const held: Turn = { kind: 'held', waitMs: 30_000, abandoned: false }
  const full: Turn = { kind: 'full', waitMs: 100, abandoned: false }
  const place: Turn = {
    ...{ kind: 'place', place: 'p', leadId: 'l2', isProbe: false, waitMs: 0, found: null, abandoned: false },
  }
  for (const turn of [place, held, held, place]) hold.turn(turn)
  hold.missed()
  for (const turn of [place, full, held, place, full, place, place]) hold.turn(turn)
  expect(said.map((line) => (line as string[])[2]?.replace(/:.*/, ''))).toEqual([
    'the breaker of Vitec opened',
    'Vitec is tried with one lead',
    'Vitec is tried with one lead',
    'the breaker of Vitec opened',
    'Vitec is tried with one lead',
    'the breaker of Vitec closed',
  ])
})
