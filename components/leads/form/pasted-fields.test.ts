import { expect, it } from 'vitest'
import { emptyLeadForm } from './lead-form-values'
import { chosenAtFirst, pastedRows } from './pasted-fields'

const contact = {
  first_name: { text: 'Erik', isCertain: true },
  phone: { text: '070-174 06 05', isCertain: false },
  city: { text: 'Stockholm', isCertain: true },
  email: { text: 'erik.andersson@example.com', isCertain: true },
}
const person = { ...emptyLeadForm.person, first_name: 'Anna', city: 'Stockholm ' }

it('offers what the form has not, in its order, and says what would be replaced', () => {
  expect(pastedRows(contact, { person })).toEqual([
    { field: 'person.first_name', text: 'Erik', before: 'Anna', isCertain: true },
    { field: 'person.phone', text: '070-174 06 05', before: '', isCertain: false },
    { field: 'person.email', text: 'erik.andersson@example.com', before: '', isCertain: true },
  ])
})

it('chooses by itself neither what is doubtful nor what would replace something', () => {
  const chosen = chosenAtFirst(pastedRows(contact, { person }))
  expect(chosen.map(({ field }) => field)).toEqual(['person.email'])
})
