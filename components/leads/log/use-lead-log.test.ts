import { describe, expect, it } from 'vitest'
import type { LeadStatus } from '@/lib/leads/lead'
import { refreshInterval } from './use-lead-log'

const page = (...statuses: LeadStatus[]) => ({ leads: statuses.map((status) => ({ status })) })

describe('refreshInterval', () => {
  it('is shorter while a lead waits, because its status is about to change', () => {
    const calm = refreshInterval([page('delivered', 'rejected'), page('failed')])
    expect(refreshInterval([page('delivered'), page('pending')])).toBeLessThan(Number(calm))
  })

  it('looks for new leads even when the log is empty', () => {
    expect(refreshInterval([page()])).toBeGreaterThan(0)
  })

  it('leaves those alone who have gone far back, because every page would be read again', () => {
    expect(refreshInterval(Array.from({ length: 4 }, () => page('pending')))).toBe(false)
  })
})
