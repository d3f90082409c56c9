import { describe, expect, it } from 'vitest'
import { explainWord } from './explain-word'

describe('explainWord', () => {
  it.each([
    ["The request is invalid. personLead.typeId: There is no lead source with the id 'X'.", 'leadSource'],
    ['personLead.firstName: The field firstName must be a string with a maximum length of 30.', 'name'],
    ['personLead.email.emailAddress: The field emailAddress must be a string.', 'email'],
    ['personLead.telephone.cell: The field cell must be a string with a maximum length of 17.', 'phone'],
    ['personLead.address.zipCode: The field zipCode must be a string.', 'address'],
  ])('finds the field that %j names', (word, explanation) => {
    expect(explainWord(word)).toBe(explanation)
  })

  it('explains nothing that it does not know, because a wrong explanation is worse than none', () => {
    expect(explainWord('The request is invalid. personLead: The customer refuses every lead.')).toBeNull()
  })
})
