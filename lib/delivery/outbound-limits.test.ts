import { describe, expect, it } from 'vitest'
import { waitForPlace } from './outbound-limits'

const now = new Date('2026-03-01T12:00:01Z')
const ago = (ms: number) => new Date(now.getTime() - ms)
const limits = { atOnce: 5, perSecond: 3 }

describe('a place for an attempt', () => {
  it('is there at once while both limits leave room', () => {
    expect(waitForPlace(limits, { open: 4, begun: [ago(10), ago(20)] }, now)).toBe(0)
  })

  it('is not there while as many attempts as allowed are under way', () => {
    expect(waitForPlace(limits, { open: 5, begun: [] }, now)).toBeGreaterThan(0)
  })

  it('is there when the oldest of the last second is a second old', () => {
    expect(waitForPlace(limits, { open: 0, begun: [ago(100), ago(900), ago(400)] }, now)).toBe(100)
  })

  it('waits for as many to leave as there are too many, as after the limit was lowered', () => {
    expect(waitForPlace(limits, { open: 0, begun: [ago(900), ago(800), ago(300), ago(100)] }, now)).toBe(200)
  })
})
