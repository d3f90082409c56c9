import { describe, expect, it } from 'vitest'
import { sentSituation } from './sent-situation'

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
