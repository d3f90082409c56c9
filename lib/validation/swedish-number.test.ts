import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { grouped, numberChoices, parseSwedishNumber } from './swedish-number'

describe('parseSwedishNumber', () => {
  it.each([
    ['5 500 000', 5_500_000],
    ['5500000', 5_500_000],
    ['5\u00a0500\u00a0000', 5_500_000],
    ['5\u202f500\u202f000', 5_500_000],
    ['5\u2009500\u2009000', 5_500_000],
    ['72,5', 72.5],
    ['72.5', 72.5],
    ['72,', 72],
    ['0,500', 0.5],
    ['1,2005', 1.2005],
    ['\u200b72\u2060,5', 72.5],
    ['\u202d5500000\u202c', 5_500_000],
    [' 0 ', 0],
    ['-5', -5],
    ['\u22125', -5],
  ])('reads %j, as Swedes write it', (text, value) => {
    expect(parseSwedishNumber(text)).toBe(value)
  })

  it.each([
    ['5 500 000 kr', 5_500_000],
    ['5\u00a0500\u00a0000\u00a0kr', 5_500_000],
    ['5500000kr', 5_500_000],
    ['5 500 000 kronor', 5_500_000],
    ['5 500 000 SEK', 5_500_000],
    ['SEK 5 500 000', 5_500_000],
    ['5 500 000:-', 5_500_000],
    ['5 500 000,-', 5_500_000],
    ['5500000,00 kr', 5_500_000],
    ['5,5 mkr', 5_500_000],
    ['5.5 Mkr', 5_500_000],
    ['5,5 mnkr', 5_500_000],
    ['5,5 milj', 5_500_000],
    ['5,5 miljoner', 5_500_000],
    ['5,5 miljoner kronor', 5_500_000],
    ['1 miljon', 1_000_000],
    ['1,1 mkr', 1_100_000],
    ['450 tkr', 450_000],
    ['3 500 kr/mån', 3500],
    ['3 512,50 kr per månad', 3512.5],
  ])('reads the money in %j, because that is how sums stand in papers', (text, value) => {
    expect(parseSwedishNumber(text, 'money')).toBe(value)
  })

  it.each([
    ['72,5 m²', 72.5],
    ['72,5m2', 72.5],
    ['72,5 kvm', 72.5],
    ['72.5 Kvm.', 72.5],
    ['1 200 kvadratmeter', 1200],
    ['1,5 ha', 15_000],
    ['2 hektar', 20_000],
  ])('reads the area in %j', (text, value) => {
    expect(parseSwedishNumber(text, 'area')).toBe(value)
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
    '1.2.3',
    '1.20.000',
    '5 5 mkr,',
    'Infinity',
    '9'.repeat(400),
  ])('reads %j as no number, because it could only be guessed at', (text) => {
    expect(parseSwedishNumber(text)).toBeNull()
  })

  it.each(['9'.repeat(400), '1'.repeat(100_000), ' '.repeat(100_000), `1${' 1'.repeat(50_000)}x`])(
    'reads nothing in what is longer than any number, and is quick about it',
    (text) => {
      expect(parseSwedishNumber(text, 'money')).toBeNull()
    },
  )

  it('takes an amount for no area, because it stands in the wrong field', () => {
    expect(parseSwedishNumber('72 kr', 'area')).toBeNull()
    expect(parseSwedishNumber('72 m²', 'money')).toBeNull()
    expect(parseSwedishNumber('kr 72', 'area')).toBeNull()
  })
})

describe('numberChoices', () => {
  it.each([
    ['1.200', 'area', ['1 200', '1,2']],
    ['3.500', 'money', ['3 500', '3,5']],
    ['1,200', 'count', ['1 200', '1,2']],
    ['1,200 m²', 'area', ['1 200', '1,2']],
    ['5.500.000', 'money', ['5 500 000']],
    ['1,500,000 kr', 'money', ['1 500 000']],
    ['3.512,50', 'money', ['3 512,5']],
    ['1 200,500', 'area', ['1 200 500', '1 200,5']],
    ['5500.000', 'money', ['5 500 000', '5 500']],
    ['72,125', 'area', ['72 125', '72,1250']],
    ['5,500 mkr', 'money', ['5 500 000 000', '5 500 000']],
  ] as const)('asks about %j: a factor of a thousand is never guessed', (text, kind, choices) => {
    expect(parseSwedishNumber(text, kind)).toBeNull()
    expect(numberChoices(text, kind)).toEqual(choices)
  })

  it.each(['1200', '1 200', '1,2', '1,25', '1,2005', '0,500', '72,', '', '1.2.3', '1.20.000', '5-', 'abc'])(
    'has nothing to ask about %j',
    (text) => {
      expect(numberChoices(text)).toEqual([])
    },
  )

  it('offers only what is then read without another question', () => {
    const typed = fc.stringMatching(/^\d{1,4}([.,]\d{3}){1,3}([.,]\d{0,2})?( ?(kr|mkr|tkr))?$/)
    fc.assert(
      fc.property(typed, (text) => {
        for (const choice of numberChoices(text, 'money')) {
          expect(grouped(parseSwedishNumber(choice, 'money') ?? Number.NaN)).toBe(choice)
        }
      }),
    )
  })
})
