import { describe, expect, it } from 'vitest'
import { seedBody } from '@/lib/lead/testing/seed-body'
import { leadRequestSchema } from '../wire-lead'
import { isIn, type Spelling } from './fold-text'
import { searchTerms } from './search-terms'
import { nameText, searchText } from './search-text'

const id = '019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'
const seed = leadRequestSchema('2026-01-27').parse(seedBody())
const erik = { ...seed, vitecLeadId: 'CMLEAD123' }
const asa = {
  ...seed,
  firstName: 'Åsa',
  lastName: 'Öberg-Sjöström',
  email: 'asa@example.com',
  phone: '+46735550102',
  address: 'Åsögatan 119',
  zipCode: '11624',
  city: 'Stockholm',
  vitecLeadId: null,
}

const finds = (lead: Parameters<typeof searchText>[0], query: string, spelling: Spelling = 'exact') => {
  const text = searchText(lead)
  return searchTerms(query, spelling).every((term) => term.leadId === id || isIn(text, term, spelling))
}

describe('a search', () => {
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
    ['Tel. 070-123 45 67', 'a phone number with what it is before it'],
    ['tfn 0701234567', 'a phone number with what it is before it'],
    ['Namn: Erik Andersson Mobil: 070-123 45 67', 'lines of a form, pasted'],
    ['E-post: erik.andersson@example.com', 'an address with what it is before it'],
    ['114 22', 'a zip code with its space'],
    ['11422 stockholm', 'a zip code without it'],
    ['Storgatan 12 114 22', 'a street number before a zip code'],
    ['abc123', "Vitec's customer id"],
    ['lead456', 'the lead source'],
    ['cmlead123', "the lead's id at Vitec"],
    ['CM-LEAD-123', 'an id with dashes that it does not have'],
    [id, 'our own id of the lead'],
    [`http://127.0.0.1:3000/leads/${id}`, 'the address of its record'],
    ['  ', 'nothing, which leaves nobody out'],
  ])('finds the lead by %j: %s', (query) => {
    expect(finds(erik, query)).toBe(true)
  })

  it.each([
    ['Öberg, Åsa', 'a name as in a list, with its comma'],
    ['Åsa <asa@example.com>', 'an address as a mail program copies it'],
    ['"Öberg-Sjöström, Åsa" <mailto:asa@example.com>;', 'one with everything around it'],
    ['asa@example.com,', 'an address at the end of a clause'],
    ['@example.com', 'the end of an address'],
    ['073.555.01.02', 'a phone number with points'],
    ['073/555 01 02', 'one with a slash'],
    ['073–555‑01−02', 'one with other dashes'],
    ['73-555 01 02', 'one without its zero'],
    ['555-0102', 'half of one'],
    ['+46 073 555 01 02', 'one with a zero too many'],
    ['0046 (0)73-555 01 02', 'one with every prefix'],
    ['tel:+46-73-555-01-02', 'one as in a link'],
    ['\u202D073-555 01 02\u202C', 'one as an address book copies it'],
    ['SE-116 24', 'a zip code with its country'],
    ['S-11624 Stockholm', 'one with the old sign'],
    ['se11624', 'one in a piece'],
    ['Åsögatan 119, 116 24 Stockholm', 'the line that the log prints'],
    ['Åsögatan 119 116 24 Stockholm', 'that line without its comma'],
    ['116 24 Stockholm, Åsögatan 119', 'that line turned round'],
    ['Öberg Sjöström', 'a double name without its dash'],
    ['ÖbergSjöström', 'a double name in one piece'],
    ['Öberg–Sjöström', 'a double name with another dash'],
    ['O\u0308berg A\u030Asa', 'letters that were typed in parts'],
    ['Ö\u00ADberg\u200B', 'letters with something invisible between'],
    ['ÅSA ÖBERG', 'capitals'],
    ['- Åsa · Öberg !', 'words among which there is mere punctuation'],
    ['Åsa · 073-555 01 02 · asa@example.com', 'a line of the log'],
  ])('finds Åsa Öberg-Sjöström by %j: %s', (query) => {
    expect(finds(asa, query)).toBe(true)
  })

  it.each([
    ['Tegnérgatan 5', 'Tegnergatan'],
    ['Tegnergatan 5', 'Tegnérgatan'],
    ['S:t Eriksgatan 12B', 'St Eriksgatan 12 B'],
    ['St Eriksgatan 12 b', 'S:t Eriksgatan 12B'],
    ['Sankt Göransgatan 12-14', '12–14 Göransgatan'],
    ['Storgatan 1, 2 tr', 'Storgatan 1 2tr'],
    ['Lgh 1101, Storgatan 1', 'Storgatan lgh 1101'],
    ['c/o Bo-Ek', 'Bo Ek'],
    ['c/o Bo Ek', 'Bo-Ek'],
    ["O'Connors väg 3", 'O’Connor'],
    ["O'Connors väg 3", 'OConnors'],
    ['Søndre vägen 4', 'söndre'],
    ['Łódźgatan 8', 'lodzgatan'],
  ])('finds the address %j by %j', (address, query) => {
    expect(finds({ ...asa, address }, query)).toBe(true)
  })

  it.each(['Eva', '070-765 43 21', '114 23', '0'.repeat(12), 'erik@example.com', 'Érik A', 'Storgatan 13'])(
    'does not find somebody else by %j',
    (query) => {
      expect(finds({ ...asa, lastName: 'Berg', phone: '+46701234567', zipCode: '11422' }, query)).toBe(false)
    },
  )

  it('takes å, ä and ö for letters of their own, and for a and o only when it is told to be loose', () => {
    const asaWithA = { ...asa, firstName: 'Asa', address: 'Ringvägen 1' }
    expect([finds(asa, 'Asa Oberg'), finds(asa, 'Asa Oberg', 'loose')]).toEqual([false, true])
    expect([finds(asaWithA, 'Åsa'), finds(asaWithA, 'Åsa', 'loose')]).toEqual([false, true])
  })

  it('takes two numbers without a sign between them for one, unless it is loose', () => {
    expect(finds(asa, '073-555 01 02 116 24')).toBe(false)
    expect(finds(asa, '073-555 01 02 116 24', 'loose')).toBe(true)
    expect(finds(asa, '073-555 01 02, 116 24')).toBe(true)
  })

  it.each(['%', '_', '\\', '---', '· , ;', '"', '😀'])(
    'asks for nothing that could be found with %j',
    (query) => {
      expect([searchTerms(query, 'exact'), searchTerms(query, 'loose')]).toEqual([[], []])
    },
  )

  it('leaves no trace of what the lead does not have', () => {
    const bare = searchText({ ...erik, city: null, zipCode: null, vitecLeadId: null })
    expect(bare).toBe(
      ' erik andersson storgatan 12 erikanderssonexamplecom abc123 lead456 0046701234567 0701234567 12',
    )
  })

  it('reads the name of a customer as it reads a lead', () => {
    const [term] = searchTerms('mäklarbyrån', 'exact')
    expect(term && isIn(nameText('Mäklar-Byrån (Norr)'), term, 'exact')).toBe(true)
  })
})
