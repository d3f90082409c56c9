import { describe, expect, it } from 'vitest'
import en from '@/messages/en.json'
import sv from '@/messages/sv.json'
import { explainWord } from './own-word'

const invalid = 'The request is invalid. personLead.'

describe('explainWord', () => {
  it.each([
    [`${invalid}firstName: The field firstName must be a string with a maximum length of 30.`, 'nameTooLong'],
    [`${invalid}lastName: Too long`, 'nameTooLong'],
    [
      `${invalid}telephone.cell: The field cell must be a string with a maximum length of 17.`,
      'phoneTooLong',
    ],
    [`${invalid}email.emailAddress: Text is too long.`, 'emailTooLong'],
    [
      `${invalid}address.city: The field city must be a string with a maximum length of 25.`,
      'addressTooLong',
    ],
    [`${invalid}typeId: There is no lead source with the id 'LEAD1'.`, 'leadSourceUnknown'],
    ['Leadsource LEAD1 was not found', 'leadSourceUnknown'],
    [`${invalid}typeId: The typeId field is required.`, 'fieldMissing'],
    [`${invalid}lastName: The lastName field is required.`, 'fieldMissing'],
    ['personLead: An e-mail address or a telephone number is required.', 'wayToReachMissing'],
    ['personLead: The customer SANDBOX-400 refuses every lead.', 'sandboxRefuses'],
    ['HTTP 413', 'tooLarge'],
    ['HTTP 422', 'noReason'],
  ])('explains "%s" in both languages', (word, key) => {
    expect(explainWord(word)).toBe(key)
    expect(sv.deliveries.vitecWord).toHaveProperty(key)
    expect(en.deliveries.vitecWord).toHaveProperty(key)
  })

  it.each(['Duplicate lead', 'HTTP 400 Bad Request', 'Kontakta supporten', ''])(
    'does not guess at "%s"',
    (word) => {
      expect(explainWord(word)).toBeNull()
    },
  )
})
