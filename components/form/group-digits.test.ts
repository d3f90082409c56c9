import { describe, expect, it } from 'vitest'
import { groupDigits } from './group-digits'

describe('groupDigits', () => {
  it.each([
    ['5500000', '5 500 000', 'so that zeros can be counted'],
    ['5 500000', '5 500 000', 'whatever groups were typed'],
    ['72,5', '72,5', 'small numbers stay'],
    ['1200.55', '1 200.55', 'decimals stay as typed'],
    ['-1200', '-1 200', 'a sign is no digit'],
    ['', '', 'nothing is not a number'],
    ['5 mkr', '5 mkr', 'what is no number is shown as typed, for its writer to mend'],
  ])('makes %j %j: %s', (text, grouped) => {
    expect(groupDigits(text)).toBe(grouped)
  })
})
