import { describe, expect, it } from 'vitest'
import { leadEventSchema, payloadOf, testEventSchema, testType, webhookEventTypes } from './webhook'

const lead = '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'
const other = '019ac2f0-11d4-7b0a-9c3e-5d1f0b7a2c44'
const kept = {
  id: lead,
  at: new Date('2026-11-27T09:30:00Z'),
  state: 'rejected',
  replacedById: null,
} as const

describe('what a receiver is sent', () => {
  it.each(webhookEventTypes)('is of %s what the document says of it, and not a word besides', (type) => {
    const replacedById = type === 'lead.replaced' ? other : null
    const sent: unknown = JSON.parse(payloadOf({ ...kept, type, leadId: lead, replacedById }))
    expect(leadEventSchema.parse(sent)).toEqual(sent)
    expect(sent).toHaveProperty('data.id', lead)
    expect(Object.keys(leadEventSchema.parse(sent).data).includes('replaced_by')).toBe(replacedById !== null)
  })

  it('is of a test nothing of any lead', () => {
    const sent: unknown = JSON.parse(payloadOf({ ...kept, type: testType, leadId: null, state: null }))
    expect(testEventSchema.parse(sent)).toEqual(sent)
  })
})
