import { createHash } from 'node:crypto'
import type { Lead } from '@/lib/leads/lead'

const firstNames =
  'Anna Eva Maria Karin Kristina Lena Sara Kerstin Emma Åsa Malin Jenny Linda Annika Susanne Elin Ida Ebba Märta Zoë André Lars Mikael Anders Johan Erik Per Peter Karl Jan Daniel Fredrik Hans Bengt Mats Bo Göran Åke Sven Nils Björn Håkan Örjan José Renée Søren Bo-Göran Anna-Karin'.split(
    ' ',
  )
const beginnings =
  'Anders Johans Karls Nils Eriks Lars Ols Pers Svens Gustafs Berg Lind Lund Sjö Ek Björk Alm Hög Nord Söder Öster Väster Ström Gran Hag Häger Kvarn Ceder Fors Sand Sten Ny Å Ö Äng Bäck Dahl Grön Blom Wik'.split(
    ' ',
  )
const endings = 'son berg ström gren kvist lund qvist man sson fors blad dal stedt vall én ing hed bom'.split(
  ' ',
)
const streets =
  'Stor Kungs Drottning Skol Kyrko Ring Björk Åsö Tegnér Söder Norr Slotts Hamn Järnvägs Park Ängs Lind Ek Sjö Berg'.split(
    ' ',
  )
const kinds = 'gatan vägen gränd stigen backen allén torget'.split(' ')
const cities =
  'Stockholm Göteborg Malmö Uppsala Västerås Örebro Linköping Helsingborg Jönköping Norrköping Lund Umeå Gävle Borås Södertälje Eskilstuna Halmstad Växjö Karlstad Sundsvall Östersund Trollhättan Luleå Kalmar Kristianstad Skövde Åre Ängelholm'.split(
    ' ',
  )

/** The same numbers for the same seed, in [0, 1). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

export type GeneratedLead = Pick<
  Lead,
  'vitecCustomerId' | 'vitecSourceId' | 'firstName' | 'lastName' | 'email' | 'phone' | 'address'
> & { id: string; zipCode: string; city: string; valuation: number }

export const customerCount = 200

/** The lead with this number: made up, the same each time. Some names and towns are common, most are not. */
export function generatedLead(number: number): GeneratedLead {
  const next = random(number)
  const common = (list: string[]) => list[Math.floor(list.length * next() ** 2)] ?? ''
  const any = (list: string[]) => list[Math.floor(list.length * next())] ?? ''
  const firstName = common(firstNames)
  const lastName =
    common(beginnings) + common(endings) + (next() < 0.05 ? `-${any(beginnings)}${any(endings)}` : '')
  const customer = Math.floor(customerCount * next() ** 2)
  const ascii = (text: string) =>
    text
      .normalize('NFD')
      .replace(/[^a-zA-Z]/g, '')
      .toLowerCase()
  return {
    id: createHash('sha256').update(`${number}`).digest('hex').slice(0, 32),
    vitecCustomerId: `M${20_000 + customer}`,
    vitecSourceId: `VS${customer}-${Math.floor(next() * 3)}`,
    firstName,
    lastName,
    email: `${ascii(firstName)}.${ascii(lastName)}${Math.floor(next() * 1000)}@example.com`,
    phone: `+467${Math.floor(next() * 4)}${String(Math.floor(next() * 10_000_000)).padStart(7, '0')}`,
    address: `${any(streets)}${common(kinds)} ${1 + Math.floor(next() * 150)}${next() < 0.2 ? ' B' : ''}`,
    zipCode: String(10_000 + Math.floor(next() * 88_000)),
    city: common(cities),
    valuation: 100_000 * (5 + Math.floor(next() * 150)),
  }
}
