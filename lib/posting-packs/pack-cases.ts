import type { WireLeadInput } from '@/lib/leads/wire-lead'
import { stockholmDate } from '@/lib/time/stockholm-time'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import {
  type Expected,
  type PackCase,
  type PackCaseId,
  type PackIds,
  packCaseIds,
  passCaseIds,
} from './posting-pack'

/** A customer that no key of a pack may use, and the lead source that the stand-in for Vitec refuses. */
const [otherCustomer, refusedLeadSource] = ['OTHER-CUSTOMER', 'SANDBOX-NOSOURCE']

type Made = { body: object; expected: Expected }
type Person = WireLeadInput['person']
type Property = WireLeadInput['property']

/**
 * The ten requests of a pack. Phone numbers are of series that are given to nobody: PTS keeps 070-174 06 05 to 99 and
 * 08-465 004 00 to 99 for films and books, Ofcom 020 7946 0000 to 0999. `now` tells the day of a valuation.
 */
export function packCases({ customerId, leadSourceId }: PackIds, now: Date): PackCase[] {
  const customer = { customer_id: customerId, lead_id: leadSourceId }
  const made: Record<PackCaseId, (email: string) => Made> = {
    required_only: (email) => ({
      body: { customer, person: person(email, 5), property: home() },
      expected: { kind: 'taken', nothingElse: true },
    }),
    everything: (email) => ({
      body: { customer, person: { ...person(email, 6), ...more }, property: everyField(stockholmDate(now)) },
      expected: { kind: 'taken' },
    }),
    swedish_letters: (email) => ({
      body: { customer, person: { ...person(email, 7), ...swedish }, property: home() },
      expected: { kind: 'taken' },
    }),
    apartment: (email) => ({
      body: { customer, person: { ...person(email, 8), phone: '+44 20 7946 0123' }, property: apartment },
      expected: { kind: 'taken' },
    }),
    sent_twice: (email) => ({
      body: { customer, person: person(email, 9), property: home() },
      expected: { kind: 'taken', again: true },
    }),
    no_contact: () => {
      const { phone: _, ...rest } = person('erik.andersson', 11)
      return {
        body: { customer, person: rest, property: home() },
        expected: refused({ 'person.email': 'invalid_email', 'person.phone': 'required' }),
      }
    },
    valuation_as_text: (email) => ({
      body: { customer, person: person(email, 12), property: { ...home(), valuation: '5 500 000 kr' } },
      expected: refused({ 'property.valuation': 'not_number' }),
    }),
    unknown_home: (email) => ({
      body: { customer, person: person(email, 13), property: { ...home(), property_sub_type: 'Villa' } },
      expected: refused({ 'property.property_sub_type': 'unknown_value' }),
    }),
    other_customer: (email) => ({
      body: {
        customer: { ...customer, customer_id: otherCustomer },
        person: person(email, 14),
        property: home(),
      },
      expected: { kind: 'refused', httpStatus: 403, code: 'forbidden', fields: [], codes: [] },
    }),
    unknown_lead_source: (email) => ({
      body: {
        customer: { ...customer, lead_id: refusedLeadSource },
        person: person(email, 15),
        property: home(),
      },
      expected: { kind: 'rejected' },
    }),
  }
  return packCaseIds.map((id, index) => {
    const isPass = index < passCaseIds.length
    const number = isPass ? index + 1 : index + 1 - passCaseIds.length
    const email = `${isPass ? 'pass' : 'fail'}-${number}@example.com`
    return { id, email: id === 'no_contact' ? null : email, ...made[id](email) }
  })
}

function refused(wrong: Record<string, FieldErrorCode>): Expected {
  return {
    ...{ kind: 'refused', httpStatus: 422, code: 'invalid_fields' },
    ...{ fields: Object.keys(wrong), codes: Object.values(wrong) },
  }
}

/** Each with a phone number and a street number of its own, so that none is taken for another. */
const person = (email: string, number: number) =>
  ({
    first_name: 'Erik',
    last_name: 'Andersson',
    email,
    phone: `+467017406${String(number).padStart(2, '0')}`,
    address: `Storgatan ${number}`,
  }) satisfies Person

const home = () => ({ valuation: 5_500_000, property_sub_type: 'SingleFamilyResidence' }) satisfies Property

const more = {
  phone: '070-174 06 06',
  zip_code: '114 22',
  city: 'Stockholm',
  qualification: 'Angett flytt inom 12 mån',
  custom_field: 'Nås bäst efter klockan 17',
} satisfies Partial<Person>

/** A land line, all letters that other encodings break, and an address as long as one may be. */
const swedish = {
  first_name: 'Åsa-Märta',
  last_name: 'Öhrn Åkerström',
  phone: '08-465 004 05',
  address: 'Örnsköldsviks västra strandväg 128 B, uppgång Å, 11 trappor, dörr 42',
  zip_code: '89133',
  city: 'Örnsköldsvik',
} satisfies Partial<Person>

const everyField = (today: string) =>
  ({
    valuation: 7_250_000,
    property_sub_type: 'Townhouse',
    living_area: 118.5,
    rooms: '5',
    secondary_area: 22.5,
    lot_size_area: 240,
    year_built: '1992',
    occupant_type: 'TenantOwnership',
    association_fee: 4_350.5,
    valuation_date: today,
  }) satisfies Property

const apartment = {
  valuation: 3_195_000,
  property_sub_type: 'Apartment',
  living_area: 62.5,
  rooms: '2,5',
  association_fee: 3_412,
} satisfies Property
