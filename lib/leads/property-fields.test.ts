import { describe, expect, it } from 'vitest'
import { bodyWith, readField, today } from '@/lib/lead/testing/read-field'
import { wireLeadSchema } from './wire-lead'

/** As JSON.parse reads 1e400, which JSON.stringify cannot write. */
function readInfinite(field: string, json: string): unknown {
  const body = JSON.stringify(bodyWith(field, '@')).replace('"@"', json)
  const parsed = wireLeadSchema(today).safeParse(JSON.parse(body))
  return parsed.error?.issues.map((issue) => issue.message).join()
}

describe('property.valuation', () => {
  it.each([1, 5_500_000, 999_999_999_999])('takes %d', (valuation) => {
    expect(readField('property.valuation', valuation)).toBe(valuation)
  })

  it.each([
    [undefined, '!required'],
    [null, '!required'],
    ['', '!required'],
    ['5500000', '!not_number'],
    ['5 500 000', '!not_number'],
    [[5_500_000], '!not_number'],
    [true, '!not_number'],
    [{}, '!not_number'],
    [0, '!too_small'],
    [-1, '!too_small'],
    [-1e308, '!too_small'],
    [1_000_000_000_000, '!too_large'],
    [1e308, '!too_large'],
    [0.5, '!too_small'],
    [5_500_000.5, '!not_whole_number'],
  ])('reads %j as %s', (value, read) => {
    expect(readField('property.valuation', value)).toBe(read)
  })
})

describe('property.property_sub_type', () => {
  it.each(['Apartment', 'SingleFamilyResidence', 'Townhouse', 'Duplex', 'Terraced'])('takes %s', (type) => {
    expect(readField('property.property_sub_type', type)).toBe(type)
  })

  it.each([
    ['apartment', '!unknown_value'],
    ['Villa', '!unknown_value'],
    [1, '!unknown_value'],
    [['Apartment'], '!unknown_value'],
    ['__proto__', '!unknown_value'],
    ['', '!required'],
    [null, '!required'],
    [undefined, '!required'],
  ])('reads %j as %s', (value, read) => {
    expect(readField('property.property_sub_type', value)).toBe(read)
  })
})

describe.each([
  ['property.living_area', 100_000],
  ['property.secondary_area', 100_000],
  ['property.lot_size_area', 100_000_000],
  ['property.association_fee', 1_000_000],
])('%s, a number that need not be given', (field, max) => {
  it.each([undefined, null, '', ' '])('reads %j as not given', (value) => {
    expect(readField(field, value)).toBeNull()
  })

  it.each([0.5, 72.5, max])('takes %d', (value) => {
    expect(readField(field, value)).toBe(value)
  })

  it.each(['72.5', '72,5', true, [], {}])('refuses %j: nothing is turned into a number', (value) => {
    expect(readField(field, value)).toBe('!not_number')
  })

  it('refuses what is beyond its limits', () => {
    expect(readField(field, max + 0.1)).toBe('!too_large')
    expect(readField(field, 1e308)).toBe('!too_large')
  })

  it.each(['1e400', '-1e400'])('refuses %s, which JSON reads as infinite', (json) => {
    expect(readInfinite(field, json)).toBe('not_finite')
  })
})

describe('the lower limits', () => {
  it('a living area is more than nothing', () => {
    expect(readField('property.living_area', 0)).toBe('!not_positive')
    expect(readField('property.living_area', -1)).toBe('!not_positive')
  })

  it.each(['property.secondary_area', 'property.lot_size_area', 'property.association_fee'])(
    '%s may be 0, and no less',
    (field) => {
      expect(readField(field, 0)).toBe(0)
      expect(readField(field, -0.01)).toBe('!too_small')
    },
  )

  it('reads -0 as 0, which prints the same', () => {
    const parsed = wireLeadSchema(today).parse(
      JSON.parse(JSON.stringify(bodyWith('property.secondary_area', '@')).replace('"@"', '-0')),
    )
    expect(Object.is(parsed.property.secondary_area, 0)).toBe(true)
  })
})

describe('property.association_fee', () => {
  it('is rounded to whole öre, as it is stored', () => {
    expect(readField('property.association_fee', 3512.505)).toBe(3512.51)
    expect(readField('property.association_fee', 0.001)).toBe(0)
  })
})

describe('property.rooms', () => {
  it.each([
    ['4', '4'],
    ['2,5', '2,5'],
    ['2.5', '2.5'],
    ['12', '12'],
    [' 4 ', '4'],
    [4, '4'],
    [2.5, '2.5'],
    ['', null],
    [null, null],
    [undefined, null],
    ['0,5', '0,5'],
    [0.5, '0.5'],
    ['0', '!invalid_rooms'],
    [0, '!invalid_rooms'],
    ['00', '!invalid_rooms'],
    ['03', '!invalid_rooms'],
    ['0,4', '!invalid_rooms'],
    ['0.0', '!invalid_rooms'],
    ['00,5', '!invalid_rooms'],
    ['123', '!invalid_rooms'],
    ['2,55', '!invalid_rooms'],
    [',5', '!invalid_rooms'],
    ['4 rum', '!invalid_rooms'],
    ['-4', '!invalid_rooms'],
    [-4, '!invalid_rooms'],
    [1e21, '!invalid_rooms'],
    ['٤', '!invalid_rooms'],
    [true, '!not_text'],
    [[4], '!not_text'],
  ])('reads %j as %j', (value, read) => {
    expect(readField('property.rooms', value)).toBe(read)
  })

  it('refuses 1e400', () => {
    expect(readInfinite('property.rooms', '1e400')).toBe('invalid_rooms')
  })
})

describe('property.occupant_type', () => {
  it.each([
    ['Owner', 'Owner'],
    ['TenantOwnership', 'TenantOwnership'],
    ['', null],
    [null, null],
    [undefined, null],
    ['owner', '!unknown_value'],
    [1, '!unknown_value'],
    [[], '!unknown_value'],
  ])('reads %j as %j', (value, read) => {
    expect(readField('property.occupant_type', value)).toBe(read)
  })
})
