import { describe, expect, it } from 'vitest'
import type { Lead } from './lead'
import { leadRequestSchema } from './lead-request'
import { leadWarnings } from './lead-warnings'
import { seedBody } from './testing/seed-body'
import { unknownFields } from './unknown-fields'

const lead = leadRequestSchema('2026-01-27').parse(seedBody())
const warningsFor = (changes: Partial<Lead>) => leadWarnings(seedBody(), { ...lead, ...changes })

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

describe('leadWarnings', () => {
  it('has nothing to say about the request of the source document', () => {
    expect(warningsFor({})).toEqual([])
  })

  it('stops naming unknown fields after twenty, so that an answer stays readable', () => {
    const body = Object.fromEntries(Array.from({ length: 23 }, (_, index) => [`x${index}`, 1]))
    expect(leadWarnings(body, lead)).toHaveLength(21)
    expect(leadWarnings(body, lead).at(-1)).toBe('3 more fields are not known.')
  })

  it('says that a fee is not printed for an owner, or for a house of which nothing is said', () => {
    const [owner] = warningsFor({ associationFee: 3500, occupantType: 'Owner' })
    expect(owner).toMatch(/^property\.association_fee is kept, but not in the message/)
    expect(warningsFor({ associationFee: 3500, occupantType: null })).toEqual([owner])
  })

  it('is silent about a fee that is printed, or is none', () => {
    expect(warningsFor({ associationFee: 3500, occupantType: 'TenantOwnership' })).toEqual([])
    expect(warningsFor({ associationFee: 0 })).toEqual([])
  })

  it("says that a flat's secondary and lot areas are not printed", () => {
    const warnings = warningsFor({ propertySubType: 'Apartment', secondaryArea: 4, lotSizeArea: 8 })
    expect(warnings.map((warning) => warning.split(' ')[0])).toEqual([
      'property.secondary_area',
      'property.lot_size_area',
    ])
  })
})
