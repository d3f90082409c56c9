import { describe, expect, it } from 'vitest'
import { deliverySituation, recordInterval } from './delivery-situation'

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
