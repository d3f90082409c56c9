import { describe, expect, it } from 'vitest'
import { asText, isGood, verdict } from './verdict.mjs'

const sent = (lastName: string, id: string | null, status: string | null = 'OK') => ({
  lastName,
  key: null,
  id,
  status,
  cutOff: 0,
  turnedAway: 0,
})
const logged = (lastName: string, id: string, status: string) => ({ lastName, id, status, vitecLeadId: null })
const atVitec = (lastName: string, id: string) => ({ lastName, id })

const good = {
  sent: [sent('A', '1'), sent('B', '2', 'QUEUED'), sent('C', null, null)],
  logged: [logged('A', '1', 'delivered'), logged('B', '2', 'unknown'), logged('C', '3', 'unknown')],
  atVitec: [atVitec('A', 'v1'), atVitec('B', 'v2')],
}

/** What is found where nothing may be, by name. */
const wrong = (change: Partial<typeof good>) =>
  verdict({ ...good, ...change })
    .filter(({ mustBeZero, count }) => mustBeZero && count > 0)
    .map(({ what }) => what)

describe('the verdict on a crash test', () => {
  it('is good where every lead is delivered, or shown as a doubt', () => {
    expect(isGood(verdict(good))).toBe(true)
  })

  it.each([
    ['an acknowledged lead is gone', { logged: good.logged.slice(1) }, 'acknowledged leads lost'],
    [
      'Vitec has a lead twice',
      { atVitec: [...good.atVitec, atVitec('A', 'v3')] },
      'leads at Vitec more than once',
    ],
    [
      'one request was stored twice',
      { logged: [...good.logged, logged('A', '9', 'cancelled')] },
      'leads stored more than once',
    ],
    [
      'Vitec has a lead that was never stored',
      { atVitec: [...good.atVitec, atVitec('Z', 'v9')] },
      'leads at Vitec that the log does not have',
    ],
    [
      'a doubt is hidden',
      { logged: [good.logged[0], logged('B', '2', 'failed')].filter((lead) => lead !== undefined) },
      'leads at Vitec, neither delivered nor flagged unknown',
    ],
    [
      'the log says delivered and Vitec has nothing',
      { atVitec: good.atVitec.slice(1) },
      'delivered as the log says, and not at Vitec',
    ],
    [
      'a lead waits for ever',
      { logged: [...good.logged, logged('D', '4', 'pending')] },
      'leads that nobody looks after any more',
    ],
  ])('is bad where %s', (_, change, what) => {
    expect(wrong(change)).toContain(what)
  })

  it('allows two at Vitec where it was told', () => {
    const atVitecTwice = [...good.atVitec, atVitec('A', 'v3')]
    expect(isGood(verdict({ ...good, atVitec: atVitecTwice, maybeTwice: ['A'] }))).toBe(true)
    expect(isGood(verdict({ ...good, atVitec: atVitecTwice, maybeTwice: ['B'] }))).toBe(false)
  })

  it('points at what is wrong in its text', () => {
    expect(asText(verdict({ ...good, atVitec: good.atVitec.slice(1) }))).toContain('<- MUST BE 0')
  })
})
