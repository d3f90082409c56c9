import { describe, expect, it } from 'vitest'
import { deliverySituation, recordInterval, sentSituation } from './delivery-situation'

const at = new Date('2026-01-27T12:00:00Z')
const ended = { endedAt: '2026-01-27T11:59:00Z' }
const open = { endedAt: null }
const pending = {
  status: 'pending',
  customerPaused: false,
  obstacle: null,
  nextAttemptAt: null,
  attempts: [],
} as const

describe('deliverySituation', () => {
  it('says that a lead is being sent while an attempt is open, even if its customer was paused meanwhile', () => {
    expect(deliverySituation({ ...pending, customerPaused: true, attempts: [open, ended] })).toBe('sending')
  })

  it('tells a lead that waits for a person from one that waits for its time', () => {
    expect(deliverySituation({ ...pending, attempts: [ended], customerPaused: true })).toBe('paused')
    expect(deliverySituation({ ...pending, attempts: [ended] })).toBe('waiting')
  })

  it('says that nobody sends a lead of another environment, whatever else it waits for', () => {
    expect(deliverySituation({ ...pending, obstacle: 'environment', customerPaused: true })).toBe('elsewhere')
  })

  it('does not mind a paused customer once the lead has an end', () => {
    expect(deliverySituation({ ...pending, status: 'rejected', customerPaused: true })).toBe('rejected')
  })
})

describe('recordInterval', () => {
  it('does not read again what changes only by hand', () => {
    expect(recordInterval({ ...pending, status: 'unknown' }, at)).toBe(false)
  })

  it('reads often near an attempt and seldom long before it', () => {
    const near = recordInterval({ ...pending, nextAttemptAt: '2026-01-27T12:00:30Z' }, at)
    const far = recordInterval({ ...pending, nextAttemptAt: '2026-01-27T18:00:00Z' }, at)
    expect(near).toBeLessThan(Number(far))
  })
})

const lead = {
  id: '0197d1a2-0000-7000-8000-000000000000',
  vitecLeadId: null,
  word: null,
  nextAttemptAt: null,
  obstacle: null,
}

describe('sentSituation', () => {
  it('says of a settled lead what its status says', () => {
    expect(sentSituation({ ...lead, status: 'rejected', word: 'No.' })).toBe('rejected')
  })

  it('knows a lead that is tried again by itself, so that nobody sends it anew', () => {
    const nextAttemptAt = '2026-01-27T12:00:05Z'
    expect(sentSituation({ ...lead, status: 'pending', word: 'Busy.', nextAttemptAt })).toBe('waiting')
  })

  it('knows a lead whose customer is paused: it waits until a person acts', () => {
    expect(sentSituation({ ...lead, status: 'pending', word: 'Wrong password.' })).toBe('paused')
  })

  it('knows a lead that waits because all sending is held, however due it is', () => {
    const held = {
      ...lead,
      status: 'pending',
      nextAttemptAt: '2026-01-27T12:00:05Z',
      obstacle: 'hold',
    } as const
    expect(sentSituation(held)).toBe('held')
  })

  it('knows a lead whose first attempt is still under way', () => {
    expect(sentSituation({ ...lead, status: 'pending' })).toBe('sending')
  })
})
