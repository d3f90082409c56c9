import { describe, expect, it } from 'vitest'
import { readField } from '@/test/support/leads/read-field'

describe('property.year_built', () => {
  it.each([
    ['1992', '1992'],
    [1992, '1992'],
    ['1000', '1000'],
    ['2027', '2027'],
    ['', null],
    [null, null],
    [undefined, null],
    ['0999', '!invalid_year'],
    ['2028', '!invalid_year'],
    ['92', '!invalid_year'],
    ['19922', '!invalid_year'],
    [1992.5, '!invalid_year'],
    [-1992, '!invalid_year'],
    ['1992-01', '!invalid_year'],
    [false, '!not_text'],
    [{}, '!not_text'],
  ])('reads %j as %j', (value, read) => {
    expect(readField('property.year_built', value)).toBe(read)
  })
})

describe('property.valuation_date', () => {
  it.each([
    ['2026-01-27', '2026-01-27'],
    ['2025-01-27', '2025-01-27'],
    ['2025-12-31', '2025-12-31'],
    ['', null],
    [null, null],
    [undefined, null],
    ['2026-01-28', '!date_in_future'],
    ['2025-01-26', '!date_too_old'],
    ['2025-02-29', '!invalid_date'],
    ['2025-13-01', '!invalid_date'],
    ['27/1 2026', '!invalid_date'],
    ['2026-1-27', '!invalid_date'],
    ['2026-01-27T12:00:00Z', '!invalid_date'],
    ['20260127', '!invalid_date'],
    [20260127, '!not_text'],
    [1769500800, '!not_text'],
  ])('reads %j as %j', (value, read) => {
    expect(readField('property.valuation_date', value)).toBe(read)
  })
})
