import { describe, expect, it } from 'vitest'
import { leadRequestSchema } from './lead-request'
import { searchTerms, searchText } from './search-text'
import { seedBody } from './testing/seed-body'

const lead = leadRequestSchema('2026-01-27').parse(seedBody())
const text = searchText({ ...lead, id: '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11', vitecLeadId: 'CMLEAD123' })
const finds = (query: string) => searchTerms(query).every((term) => text.includes(term))

describe('searchText and searchTerms', () => {
  it.each([
    ['Erik Andersson', 'a whole name'],
    ['andersson erik', 'a name in another order'],
    ['ERIK.ANDERSSON@example.com', 'an e-mail address in capitals'],
    ['070-123 45 67', 'a phone number as people write it'],
    ['0701234567', 'a phone number in one piece'],
    ['(070) 123 45 67', 'a phone number with its area code set apart'],
    ['070-123', 'the beginning of a phone number'],
    ['+46 (0)70 123 45 67', 'a phone number with both prefixes'],
    ['0046701234567', 'a phone number dialled from abroad'],
    ['+46701234567', 'a phone number as stored'],
    ['erik 070-123 45 67 storgatan', 'a phone number among words'],
    ['114 22', 'a zip code with its space'],
    ['11422 stockholm', 'a zip code without it'],
    ['Storgatan 12 114 22', 'a street number before a zip code'],
    ['abc123', "Vitec's customer id"],
    ['lead456', 'the lead source'],
    ['cmlead123', "the lead's id at Vitec"],
    ['019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11', 'our own id of the lead'],
    ['  ', 'nothing, which leaves nobody out'],
  ])('finds the lead by %j: %s', (query) => {
    expect(finds(query)).toBe(true)
  })

  it.each(['Eva', '070-765 43 21', '114 23', '0'.repeat(12)])('does not find it by %j', (query) => {
    expect(finds(query)).toBe(false)
  })

  it('leaves no trace of what the lead does not have', () => {
    const bare = searchText({ ...lead, city: null, zipCode: null, vitecLeadId: null })
    expect(bare).toBe('erik andersson erik.andersson@example.com +46701234567 storgatan 12 abc123 lead456')
  })

  it('finds a name whose letters were typed in parts', () => {
    expect(searchTerms('A\u030aberg')).toEqual(['åberg'])
  })
})
