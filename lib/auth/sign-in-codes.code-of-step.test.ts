import { expect, it } from 'vitest'
import { codeOfStep, stepAt } from './sign-in-codes'

// RFC 6238, appendix B: the last six of its eight digits.
it.each([
  [59, '287082'],
  [1_111_111_109, '081804'],
  [1_111_111_111, '050471'],
  [1_234_567_890, '005924'],
  [2_000_000_000, '279037'],
  [20_000_000_000, '353130'],
])('makes the code that every app makes, %i seconds after 1970', (second, code) => {
  expect(codeOfStep('12345678901234567890', stepAt(second * 1000))).toBe(code)
})
