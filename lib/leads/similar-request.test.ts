import { describe, expect, it } from 'vitest'
import { matchTexts } from './search/search-text'
import { similarRequestSchema } from './similar-request'

const erik = {
  firstName: 'Erik',
  lastName: 'Öberg-Ståhl',
  email: 'erik.oberg@example.com',
  phone: '+46701234567',
  address: 'Storgatan 12 B',
}
const texts = matchTexts(erik)

describe('what a lead is known by', () => {
  it('is the same in whatever spelling, because the next writer has another keyboard', () => {
    const other = {
      firstName: 'ERIK',
      lastName: 'Oberg Stahl',
      email: 'Erik.Oberg@EXAMPLE.com',
      phone: '+46701234567',
      address: 'storgatan 12b',
    }
    expect(matchTexts(other)).toEqual(texts)
  })

  it('does not mind which name came first', () => {
    expect(matchTexts({ ...erik, firstName: 'Öberg-Ståhl', lastName: 'Erik' }).place).toBe(texts.place)
  })

  it('is another for a neighbour, and for the same person who has moved', () => {
    expect(matchTexts({ ...erik, address: 'Storgatan 12 C' }).place).not.toBe(texts.place)
    expect(matchTexts({ ...erik, firstName: 'Erika' }).place).not.toBe(texts.place)
  })

  it('is nothing where nothing is given: two empty fields have nothing alike', () => {
    const empty = { firstName: 'Erik', lastName: '', email: '', phone: '', address: ' - ' }
    expect(matchTexts(empty)).toEqual({ phone: null, email: null, place: null })
  })

  it('is read from what is typed as a Swede types it, and not from half a number', () => {
    const read = (typed: object) => similarRequestSchema.parse(typed).texts
    expect(read({ phone: '070-123 45 67' }).phone).toBe(texts.phone)
    expect(read({ phone: '070-12', email: 'erik.oberg@' })).toEqual({ phone: null, email: null, place: null })
    expect(similarRequestSchema.safeParse({ address: 'x'.repeat(201) }).success).toBe(false)
  })
})
