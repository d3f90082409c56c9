import { describe, expect, it } from 'vitest'
import { hasWords, isOfPerson } from './person-in-draft'

const person = {
  firstName: 'Gunhild',
  lastName: 'Wrångelbock',
  email: 'gunhild@example.com',
  phone: '+46701234567',
  address: 'Storgatan 12',
}
const draft = (typed: Record<string, string>) => ({ values: { person: typed }, replaces: null })

describe('a form that is half filled', () => {
  it.each([
    { phone: '070-123 45 67' },
    { email: 'Gunhild@Example.com' },
    { first_name: 'gunhild', last_name: 'wrangelbock' },
  ])('with %j is of the person, whose data are to go', (typed) => {
    expect(isOfPerson(draft(typed), [person])).toBe(true)
  })

  it.each([{ first_name: 'Gunhild' }, { address: 'Storgatan 12' }, { phone: '070-12' }, {}])(
    'with %j alone may be of anybody',
    (typed) => {
      expect(isOfPerson(draft(typed), [person])).toBe(false)
    },
  )

  it('is found by words as a lead is, in another spelling too', () => {
    const typed = draft({ first_name: 'Gunhild', last_name: 'Wrångelbock', phone: '070-123 45 67' })
    expect(hasWords(typed, 'wrangelbock')).toBe(true)
    expect(hasWords(typed, '0701234567')).toBe(true)
    expect(hasWords(typed, 'gunhild andersson')).toBe(false)
    expect(hasWords(typed, '---')).toBe(false)
  })
})
