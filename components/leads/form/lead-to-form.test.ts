import { describe, expect, it } from 'vitest'
import type { Lead } from '@/lib/leads/lead'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { seedBody } from '@/test/support/leads/seed-body'
import { leadToForm } from './lead-to-form'
import { toWireBody } from './to-wire-body'

const lead = leadRequestSchema('2026-03-01').parse(seedBody())
/** The lead that the API makes of the form that a lead fills. */
const again = (changes: Partial<Lead>) =>
  leadRequestSchema('2026-03-01').parse(toWireBody(leadToForm({ ...lead, ...changes })))

describe('a lead that fills the form', () => {
  it.each<Partial<Lead>>([
    {},
    { valuation: 12_345_678, livingArea: 72.5, rooms: '3,5', yearBuilt: '1992' },
    { livingArea: 1_234.125, secondaryArea: null },
    {
      propertySubType: 'Apartment',
      occupantType: 'TenantOwnership',
      associationFee: 3_500.5,
      secondaryArea: null,
      lotSizeArea: null,
    },
    {
      zipCode: null,
      city: null,
      qualification: null,
      customField: null,
      occupantType: null,
      associationFee: null,
    },
    { phone: '+4915112345678', email: 'åsa@exämple.com' },
  ])('is the same lead when nothing is changed: %j', (changes) => {
    expect(again(changes)).toEqual({ ...lead, ...changes })
  })

  it('is not asked about a number that it was sent with once', () => {
    expect(leadToForm(lead).confirmed.phone).toBe(lead.phone)
  })
})
