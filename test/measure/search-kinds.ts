import { type GeneratedLead, generatedLead } from './generated-leads'

const national = ({ phone }: GeneratedLead) =>
  `0${phone.slice(3, 5)}-${phone.slice(5, 8)} ${phone.slice(8, 10)} ${phone.slice(10)}`
const zip = ({ zipCode }: GeneratedLead) => `${zipCode.slice(0, 3)} ${zipCode.slice(3)}`

/** What people search for, made of a lead. */
export const searchKinds: Record<string, (lead: GeneratedLead) => string> = {
  'first and last name': ({ firstName, lastName }) => `${firstName} ${lastName}`,
  'last name': ({ lastName }) => lastName,
  'first name': ({ firstName }) => firstName,
  'two letters': ({ lastName }) => lastName.slice(0, 2),
  'e-mail': ({ email }) => email,
  'phone number': national,
  'its last seven digits': ({ phone }) => phone.slice(-7),
  street: ({ address }) => address,
  'street, zip code and city': (lead) => `${lead.address} ${zip(lead)} ${lead.city}`,
  'name and city': ({ lastName, city }) => `${lastName} ${city}`,
  city: ({ city }) => city,
  'customer id': ({ vitecCustomerId }) => vitecCustomerId,
  'a name that nobody has': ({ lastName }) => `${lastName}quist`,
  'a number that nobody has': ({ phone }) => `${phone.slice(5)}00`,
}

/** A last name with a letter left out in its middle. */
export const mistaken = ({ lastName }: GeneratedLead) => {
  const middle = Math.floor(lastName.length / 2)
  return lastName.slice(0, middle) + lastName.slice(middle + 1)
}

/** The same queries each time: so many of a kind, of leads all over the log. */
export function queriesOf(kind: (lead: GeneratedLead) => string, each: number, leads: number): string[] {
  return Array.from({ length: each }, (_, n) => kind(generatedLead(Math.floor((n * leads) / each) + 7)))
}
