import { describe, expect, it } from 'vitest'
import { groupDigits } from './form-number-field'

describe('groupDigits', () => {
  it.each([
    ['5500000', '5 500 000', 'so that zeros can be counted'],
    ['5 500000', '5 500 000', 'whatever groups were typed'],
    ['72,5', '72,5', 'small numbers stay'],
    ['1200.55', '1 200.55', 'decimals stay as typed'],
    ['-1200', '-1 200', 'a sign is no digit'],
    ['', '', 'nothing is not a number'],
    ['5 mkr', '5 mkr', 'what is no number is shown as typed, for its writer to mend'],
    ['1.200', '1.200', 'what may be two numbers too'],
  ])('makes %j %j: %s', (text, grouped) => {
    expect(groupDigits(text)).toBe(grouped)
  })

  it.each([
    ['5,5 mkr', 'money', '5 500 000'],
    ['5 500 000 kr', 'money', '5 500 000'],
    ['72,5 kvm', 'area', '72,5'],
    ['1,5 ha', 'area', '15 000'],
  ] as const)('makes %j (%s) %j, so that its writer sees how it was read', (text, kind, grouped) => {
    expect(groupDigits(text, kind)).toBe(grouped)
  })
})
