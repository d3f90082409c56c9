import fc from 'fast-check'
import { it } from 'vitest'
import { seedBody } from '@/test/support/leads/seed-body'
import { leadRequestSchema } from '../wire-lead'
import { searchTerms } from './search-terms'
import { isIn, searchText } from './search-text'

const seed = { ...leadRequestSchema('2026-01-27').parse(seedBody()), vitecLeadId: null }

const units = [..."aåäöéoeklnrstØüßĐ-'’ :.", 'A\u030A', 'e\u0301', '\u00AD']
const text = (more: string[]) =>
  fc
    .string({ unit: fc.constantFrom(...units, ...more), minLength: 1, maxLength: 14 })
    .filter((made) => /\p{L}/u.test(made))
const name = text([])
const place = text(['1', '2'])
const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })
const house = fc.constantFrom('', ' 1', ' 12B', ' 12 b', ' 5-7', ' 3, 2 tr')

const someLead = fc.record({
  ...{ firstName: name, lastName: name, city: place, mobile: digits(7) },
  address: fc.tuple(place, house).map((parts) => parts.join('')),
  zipCode: fc.option(digits(4).map((rest) => `1${rest}`)),
  email: name.map((made) => `${made.replace(/[^a-z0-9]/g, '')}x@example.com`),
})

type SomeLead = typeof someLead extends fc.Arbitrary<infer T> ? T : never

function printedForms({ mobile, ...lead }: SomeLead, between: string): string[] {
  const { firstName, lastName, email, address, zipCode, city } = lead
  const national = [`070${between}${mobile.slice(0, 3)}`, mobile.slice(3, 5), mobile.slice(5)].join(between)
  const zip = zipCode && `${zipCode.slice(0, 3)} ${zipCode.slice(3)}`
  return [
    ...[`${firstName} ${lastName}`, `${lastName}, ${firstName}`, `${firstName} <${email}>`],
    ...[`+4670${mobile} · ${email}`, national, national.slice(1), `+46${between}(0)${national.slice(1)}`],
    ...[`${address}, ${zip ? `${zip} ` : ''}${city}`, `SE-${zip ?? '11422'}`.slice(zip ? 0 : 9)],
  ]
}

const written = (form: string) => [form, form.toUpperCase(), form.normalize('NFD'), form.replaceAll('-', '–')]

it('is found by whatever is printed of it, however that is written', () => {
  const between = fc.constantFrom('-', '–', '\u2011', '.', ' ', '/', '')
  const check = (lead: SomeLead, separator: string) => {
    const lookedIn = searchText({ ...seed, ...lead, phone: `+4670${lead.mobile}` })
    const missed = printedForms(lead, separator)
      .flatMap(written)
      .filter((query) => !searchTerms(query, 'exact').every((term) => isIn(lookedIn, term, 'exact')))
    if (missed.length > 0) throw new Error(`${JSON.stringify(missed)} not in ${lookedIn}`)
  }
  fc.assert(fc.property(someLead, between, check), { numRuns: 500 })
})
