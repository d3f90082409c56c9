import { describe, expect, it } from 'vitest'
import { leadRequestSchema } from '@/lib/leads/wire-lead'
import { emptyLeadForm, type LeadFormValues } from './lead-form-values'
import { toWireBody, typedRooms, typedZipCode } from './to-wire-body'

const property = (values: Partial<LeadFormValues['property']>) =>
  toWireBody({ ...emptyLeadForm, property: { ...emptyLeadForm.property, ...values } }).property

describe('toWireBody', () => {
  it('reads numbers as Swedes type them, so that nobody has to know what JSON wants', () => {
    expect(property({ valuation: '5 500 000', living_area: '72,5' })).toMatchObject({
      valuation: 5_500_000,
      living_area: 72.5,
    })
  })

  it('passes on what is no number, so that the schema can say that it is none', () => {
    expect(property({ valuation: 'fem mkr' }).valuation).toBe('fem mkr')
  })

  it('reads units as people write them, and guesses at no thousands', () => {
    const typed = {
      valuation: '5,5 mkr',
      living_area: '72,5 kvm',
      rooms: '3 rok',
      occupant_type: 'TenantOwnership',
    }
    expect(property({ ...typed, association_fee: '3 500 kr/mån' })).toMatchObject({
      valuation: 5_500_000,
      living_area: 72.5,
      rooms: '3',
      association_fee: 3500,
    })
    expect(property({ ...typed, association_fee: '3.500' }).association_fee).toBe('3.500')
    const person = { ...emptyLeadForm.person, zip_code: 'SE-114 22' }
    expect(toWireBody({ ...emptyLeadForm, person }).person.zip_code).toBe('114 22')
  })

  it('leaves out a fee typed before the home turned out to be owned outright', () => {
    const values = { property_sub_type: 'Apartment', association_fee: '3 500' }
    expect(property({ ...values, occupant_type: 'TenantOwnership' }).association_fee).toBe(3500)
    expect(property({ ...values, occupant_type: 'Owner' })).not.toHaveProperty('association_fee')
  })

  it('leaves out the areas of a house that turned out to be a flat', () => {
    const values = { secondary_area: '40', lot_size_area: '800' }
    expect(property({ ...values, property_sub_type: 'Duplex' })).toMatchObject({
      secondary_area: 40,
      lot_size_area: 800,
    })
    expect(property({ ...values, property_sub_type: 'Apartment' })).not.toHaveProperty('lot_size_area')
  })

  it('makes of a filled form what the API takes', () => {
    const body = toWireBody({
      customer: { customer_id: 'ABC123', lead_id: 'LEAD456' },
      person: {
        ...emptyLeadForm.person,
        first_name: 'Erik',
        last_name: 'Andersson',
        phone: '070-123 45 67',
        email: 'erik.andersson@example.com',
        address: 'Storgatan 12',
      },
      property: { ...emptyLeadForm.property, property_sub_type: 'Townhouse', valuation: '5500000' },
      confirmed: emptyLeadForm.confirmed,
    })
    expect(leadRequestSchema('2026-01-27').parse(body)).toMatchObject({
      phone: '+46701234567',
      propertySubType: 'Townhouse',
      occupantType: null,
      valuation: 5_500_000,
      livingArea: null,
    })
  })
})

it.each([
  ['3 rok', '3'],
  ['3rok', '3'],
  ['3 ROK', '3'],
  ['3 r.o.k.', '3'],
  ['3 r o k', '3'],
  ['3 rum', '3'],
  ['3\u00a0rum och kök', '3'],
  ['3 rum & kök', '3'],
  ['2,5 rum', '2,5'],
  ['2.5 rok', '2.5'],
  ['2½ rum', '2,5'],
  ['½', '0,5'],
  ['3:a', '3'],
  ['\u202d3\u202c rok', '3'],
  ['4', '4'],
])('rooms typed as %j are %j', (typed, wire) => {
  expect(typedRooms(typed)).toBe(wire)
})

it.each(['', 'tre rum', '3 badrum', '3 rum och 1 kök', '3 4', '123 rum', `3 ${'rum'.repeat(50_000)}`])(
  'rooms typed as %j are left for the schema to judge',
  (typed) => {
    expect(typedRooms(typed)).toBe(typed)
  },
)

it.each([
  ['SE-114 22', '114 22'],
  ['SE-11422', '11422'],
  ['SE 114 22', '114 22'],
  ['s-114\u00a022', '114 22'],
  ['S\u2009114\u200922', '114 22'],
])('the postal code typed as %j is %j', (typed, wire) => {
  expect(typedZipCode(typed)).toBe(wire)
})

it.each(['', '114 22', 'NO-0150', 'SE', 'SE-1142', `SE-${'1'.repeat(100_000)}`])(
  'the postal code typed as %j is left for the schema to judge',
  (typed) => {
    expect(typedZipCode(typed)).toBe(typed)
  },
)
