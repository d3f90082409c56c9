import { describe, expect, it } from 'vitest'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { firstLeadCommand } from './no-leads-yet'

const open = { origin: 'http://127.0.0.1:3000', needsKey: false, customerId: 'ABC123' }

describe('firstLeadCommand', () => {
  it('sends a lead that the API takes, because it is the first thing a newcomer tries', () => {
    const body = /-d '(.*)'$/s.exec(firstLeadCommand(open))?.[1]
    expect(leadRequestSchema('2026-01-27').safeParse(JSON.parse(body ?? '')).success).toBe(true)
  })
  it('brings a key where one is asked for, from the shell so that none stands in the history of commands', () => {
    expect(firstLeadCommand(open)).not.toContain('X-API-Key')
    expect(firstLeadCommand({ ...open, needsKey: true })).toContain('-H "X-API-Key: $LEAD_API_KEY"')
  })
})
