import { describe, expect, it } from 'vitest'
import { leadRequestSchema } from '@/lib/lead/lead-request'
import { firstLeadCommand } from './first-lead-command'

describe('firstLeadCommand', () => {
  it('sends a lead that the API takes, because it is the first thing a newcomer tries', () => {
    const body = /-d '(.*)'$/s.exec(firstLeadCommand('http://127.0.0.1:3000', 'ABC123'))?.[1]
    expect(leadRequestSchema('2026-01-27').safeParse(JSON.parse(body ?? '')).success).toBe(true)
  })
})
