import { expect, it } from 'vitest'
import { refusedFields } from './refused-fields'

it.each([
  [
    'The request is invalid. personLead.firstName: The field firstName must be at most 30.',
    ['person.first_name'],
  ],
  ['The request is invalid. personLead.telephone.cell: too long', ['person.phone']],
  [
    'personLead.email.emailAddress: invalid personLead.address.zipCode: invalid',
    ['person.email', 'person.zip_code'],
  ],
  ['personLead.address.streetAddress: The field streetAddress is too long.', ['person.address']],
  ['personLead.address.city: max 25', ['person.city']],
  ['personLead.typeId: There is no such lead source.', ['customer.lead_id']],
  ['Ogiltigt telefonnummer', ['person.phone']],
  ['An e-mail address or a telephone number is required.', ['person.phone', 'person.email']],
  ['The request is invalid.', []],
  ['HTTP 400', []],
  ['capacity exceeded', []],
])('%s names %j', (word, fields) => {
  expect(refusedFields(word)).toEqual(fields)
})
