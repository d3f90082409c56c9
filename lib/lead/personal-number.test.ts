import { describe, expect, it } from 'vitest'
import { hasPersonalNumber } from './personal-number'

// Numbers that Skatteverket and textbooks use as examples.
describe('hasPersonalNumber', () => {
  it.each([
    '811218-9876',
    '19811218-9876',
    '198112189876',
    '811218+9876',
    'Hans nummer: 19811218-9876.',
    'Samordningsnummer 701063-2391',
    '197010632391',
    '811218\u20139876',
    '070-123 45 67 och 811218-9876',
  ])('finds the one in %j', (text) => {
    expect(hasPersonalNumber(text)).toBe(true)
  })

  it.each([
    ['8112189876', 'ten digits alone may be a phone number'],
    ['811218-9875', 'the check digit is wrong'],
    ['891301-3283', 'there is no thirteenth month'],
    ['890230-1236', 'there is no 30 February'],
    ['19810229-1234', '1981 was no leap year'],
    ['556703-7485', 'a company has a month from twenty'],
    ['070-123 45 67', 'a phone number is written otherwise'],
    ['5811218-9876', 'it stands within a longer number'],
    ['99811218-9876', 'there is no such century'],
    ['Storgatan 12, 114 22', 'an address has none'],
    ['', 'there is nothing'],
  ])('does not find one in %j: %s', (text) => {
    expect(hasPersonalNumber(text)).toBe(false)
  })
})
