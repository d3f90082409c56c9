import { describe, expect, it } from 'vitest'
import { matchKeys, similarRequestSchema, similarWarnings } from './similar-leads'

const erik = {
  firstName: 'Erik',
  lastName: 'Öberg-Ståhl',
  email: 'erik.oberg@example.com',
  phone: '+46701234567',
  address: 'Storgatan 12 B',
}
const keys = matchKeys(erik)

describe('what a lead is known by', () => {
  it('is the same in whatever spelling, because the next writer has another keyboard', () => {
    const other = {
      firstName: 'ERIK',
      lastName: 'Oberg Stahl',
      email: 'Erik.Oberg@EXAMPLE.com',
      phone: '+46701234567',
      address: 'storgatan 12b',
    }
    expect(matchKeys(other)).toEqual(keys)
  })

  it('does not mind which name came first', () => {
    expect(matchKeys({ ...erik, firstName: 'Öberg-Ståhl', lastName: 'Erik' }).place).toBe(keys.place)
  })

  it('is another for a neighbour, and for the same person who has moved', () => {
    expect(matchKeys({ ...erik, address: 'Storgatan 12 C' }).place).not.toBe(keys.place)
    expect(matchKeys({ ...erik, firstName: 'Erika' }).place).not.toBe(keys.place)
  })

  it('is nothing where nothing is given: two empty fields have nothing alike', () => {
    const empty = { firstName: 'Erik', lastName: '', email: '', phone: '', address: ' - ' }
    expect(matchKeys(empty)).toEqual({ phone: null, email: null, place: null })
  })

  it('tells a number from an address of e-mail that is written alike', () => {
    const same = { ...erik, phone: 'x', email: 'x' }
    expect(matchKeys(same).phone).not.toBe(matchKeys(same).email)
  })

  it('is read from what is typed as a Swede types it, and not from half a number', () => {
    const read = (typed: object) => similarRequestSchema.parse(typed).keys
    expect(read({ phone: '070-123 45 67' }).phone).toBe(keys.phone)
    expect(read({ phone: '070-12', email: 'erik.oberg@' })).toEqual({ phone: null, email: null, place: null })
    expect(similarRequestSchema.safeParse({ address: 'x'.repeat(201) }).success).toBe(false)
  })
})

it('warns of the newest lead that is alike, by its id and not by its person', () => {
  const lead = { id: 'a', same: ['phone', 'place'], receivedAt: '', status: 'pending', firstName: 'Erik' } as const
  const [warning, ...others] = similarWarnings({ leads: [{ ...lead, same: [...lead.same] }] })
  expect(others).toEqual([])
  expect(warning).toMatchObject({ code: 'similar_lead', params: { lead: 'a', same: 'phone, name_and_address' } })
  expect(JSON.stringify(warning)).not.toContain('Erik')
  expect(similarWarnings({ leads: [] })).toEqual([])
})
