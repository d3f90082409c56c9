import { describe, expect, it } from 'vitest'
import { parseSwedishNumber } from './form-number'

describe('parseSwedishNumber', () => {
  it.each([
    ['5 500 000', 5_500_000],
    ['5500000', 5_500_000],
    ['5\u00a0500\u00a0000', 5_500_000],
    ['5\u202f500\u202f000', 5_500_000],
    ['72,5', 72.5],
    ['72.5', 72.5],
    ['72,', 72],
    [' 0 ', 0],
    ['-5', -5],
    ['\u22125', -5],
  ])('reads %j, as Swedes write it', (text, value) => {
    expect(parseSwedishNumber(text)).toBe(value)
  })

  it.each([
    '',
    ' ',
    'abc',
    '5.500.000',
    '1,500,000',
    '5kr',
    '1e5',
    '0x10',
    ',5',
    '--5',
    '5-',
    'Infinity',
    '9'.repeat(400),
  ])('reads %j as no number, because it could only be guessed at', (text) => {
    expect(parseSwedishNumber(text)).toBeNull()
  })
})
