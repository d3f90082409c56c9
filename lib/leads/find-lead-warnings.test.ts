import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import sv from '@/messages/sv.json'
import { seedBody } from '@/test/support/leads/seed-body'
import { findLeadWarnings, meantField, similarWarnings, unknownFields } from './find-lead-warnings'
import type { Lead } from './lead'
import { leadWarningCodes } from './lead-warning'
import { leadRequestSchema } from './wire-lead'

const lead = leadRequestSchema('2026-01-27').parse(seedBody())
const warningsFor = (changes: Partial<Lead>) => findLeadWarnings(seedBody(), { ...lead, ...changes })

describe('unknownFields', () => {
  it('finds none in the request of the source document', () => {
    expect(unknownFields(seedBody())).toEqual([])
  })

  it('names fields at every object that the contract knows, and does not look inside others', () => {
    const body = { ...seedBody(), extra: { deep: 1 }, person: { ...seedBody().person, middle_name: 'X' } }
    expect(unknownFields(body)).toEqual(['extra', 'person.middle_name'])
  })

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    'counts %s as unknown, since objects have it without anybody sending it',
    (name) => {
      expect(unknownFields(JSON.parse(`{"${name}":{"x":1},"person":{"${name}":1}}`))).toEqual([
        name,
        `person.${name}`,
      ])
    },
  )

  it('makes names fit to store, because jsonb refuses NUL and halves of surrogate pairs', () => {
    expect(unknownFields({ person: { 'first_name\u200b': 1 } })).toEqual(['person.first_name\ufffd'])
    expect(unknownFields({ 'a\0b': 1, '\ud800': 1, '\u202eevil': 1 })).toEqual([
      'a\ufffdb',
      '\ufffd',
      '\ufffdevil',
    ])
    expect(unknownFields({ ['x'.repeat(5000)]: 1 })[0]).toHaveLength(60)
  })

  it.each([null, undefined, 'text', 1, [], [1], { person: [], property: null }])(
    'finds none in %j',
    (body) => {
      expect(unknownFields(body)).toEqual([])
    },
  )
})

describe('meantField', () => {
  it.each([
    ['person.firstName', 'person.first_name'],
    ['person.Email', 'person.email'],
    ['person.ZIPCODE', 'person.zip_code'],
    ['customer.leadId', 'customer.lead_id'],
    ['Customer', 'customer'],
    ['phone', 'person.phone'],
    ['person.valuation', 'property.valuation'],
    ['property.living-area', 'property.living_area'],
    ['person.first_name\ufffd', 'person.first_name'],
    ['person.middle_name', null],
    ['__proto__', null],
    ['constructor', null],
    ['person.', null],
  ])('finds what %j was meant as', (field, meant) => {
    expect(meantField(field)).toBe(meant)
  })
})

describe('leadWarnings', () => {
  it('can all be said in both languages, and nothing else is translated', () => {
    const said = leadWarningCodes.filter((code) => code !== 'other').toSorted()
    for (const words of [sv.leads.warning, en.leads.warning])
      expect(Object.keys(words).toSorted()).toEqual(said)
  })

  it('asks about a field that looks like one we know', () => {
    const body = { ...seedBody(), person: { ...seedBody().person, Email: 'x' } }
    expect(findLeadWarnings(body, lead)).toEqual([
      {
        field: 'person.Email',
        code: 'misnamed_field',
        message:
          'person.Email is not a field we know; it is kept as received and not used. Is person.email meant?',
        params: { meant: 'person.email' },
      },
    ])
  })

  it('doubts a phone number that no plan has, and no other', () => {
    expect(warningsFor({ phone: '+46741234567' })).toMatchObject([
      { field: 'person.phone', code: 'doubtful_phone' },
    ])
    expect(warningsFor({ phone: '+12025550143' })).toEqual([])
  })

  it('has nothing to say about the request of the source document', () => {
    expect(warningsFor({})).toEqual([])
  })

  it('stops naming unknown fields after twenty, so that an answer stays readable', () => {
    const body = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`x${index}`, 1]))
    expect(findLeadWarnings(body, lead)).toHaveLength(21)
    expect(findLeadWarnings(body, lead).at(-1)).toMatchObject({
      code: 'more_unknown_fields',
      message: '3 more fields are not known.',
    })
  })

  it('says that a fee is not printed for an owner, or for a house of which nothing is said', () => {
    const [owner] = warningsFor({ associationFee: 3500, occupantType: 'Owner' })
    expect(owner?.code).toBe('fee_not_printed')
    expect(owner?.message).toMatch(/^property\.association_fee is kept, but not in the message/)
    expect(warningsFor({ associationFee: 3500, occupantType: null })).toEqual([owner])
  })

  it('is silent about a fee that is printed, or is none', () => {
    expect(warningsFor({ associationFee: 3500, occupantType: 'TenantOwnership' })).toEqual([])
    expect(warningsFor({ associationFee: 0 })).toEqual([])
  })

  it("says that a flat's secondary and lot areas are not printed", () => {
    const warnings = warningsFor({ propertySubType: 'Apartment', secondaryArea: 4, lotSizeArea: 8 })
    expect(warnings.map((warning) => warning.message.split(' ')[0])).toEqual([
      'property.secondary_area',
      'property.lot_size_area',
    ])
  })
})

it('warns of the lead that is most alike, by its id and not by its person', () => {
  const lead = {
    id: 'a',
    same: ['phone', 'place'],
    receivedAt: '',
    status: 'pending',
    firstName: 'Erik',
  } as const
  const [warning, ...others] = similarWarnings({ leads: [{ ...lead, same: [...lead.same] }] })
  expect(others).toEqual([])
  expect(warning).toMatchObject({
    code: 'similar_lead',
    params: { lead: 'a', same: 'phone, name_and_address' },
  })
  expect(JSON.stringify(warning)).not.toContain('Erik')
  expect(similarWarnings({ leads: [] })).toEqual([])
})
