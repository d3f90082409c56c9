import { z } from 'zod'
import { customerFields } from '@/lib/customers/customer'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import {
  codeField,
  emailField,
  missingOr,
  optionalField,
  patternField,
  textField,
  withoutForbidden,
} from '@/lib/validation/fields'
import { hasPersonalNumber } from '@/lib/validation/personal-number'
import { phoneField } from '@/lib/validation/phone-field'
import type { Lead, LeadDraft } from './lead'
import { propertyFields } from './property-fields'

/** Vitec's documented limits, in UTF-16 units. A newer page of theirs says 40 for names. */
export const personLimits = { name: 30, email: 100, address: 68, city: 25 } as const
export const qualificationLength = 200
export const customFieldLength = 500

/** Code points: nobody but its sender and us reads it. */
export const referenceLength = 100
/** What can be seen, and spaces between it: whoever is told it on the phone finds it again. */
const unseen = /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/u

/** What the sender of a lead calls it. */
export const referenceField = codeField(referenceLength)
  .max(referenceLength, 'too_long' satisfies FieldErrorCode)
  .check(withoutForbidden(unseen))
  .meta({
    minLength: 1,
    maxLength: referenceLength,
    description:
      'What you call the lead, such as the number of your order: 1-100 characters (code points) that can be seen, and single spaces between them; what nobody sees is taken away round and within it, control characters are refused. It is kept, told in every answer with the lead, and found by GET /api/leads and by those who work here; Vitec does not get it. It need not be unique. Write nothing of the person in it.',
    examples: ['ORDER-2026-0042'],
  })

const noPersonalNumber = (max: number) =>
  textField(max).refine((text) => !hasPersonalNumber(text), 'personal_number' satisfies FieldErrorCode)

/** The fields of `person` on the wire. */
export const personFields = {
  first_name: textField(personLimits.name).meta({
    description: 'First name of the lead contact.',
    examples: ['Erik'],
  }),
  last_name: textField(personLimits.name).meta({
    description: 'Last name of the lead contact.',
    examples: ['Andersson'],
  }),
  email: emailField(personLimits.email).meta({
    description: 'E-mail address; the domain may be international.',
    format: 'idn-email',
    examples: ['erik.andersson@example.com'],
  }),
  phone: phoneField.meta({
    description:
      'Swedish or international phone number, without extension. Stored and sent as E.164: 070-123 45 67 becomes +46701234567. One that can exist, but is not known to be in use, gives a warning.',
    examples: ['+46701234567', '070-123 45 67'],
  }),
  address: textField(personLimits.address).meta({
    description: 'Street address of the property.',
    examples: ['Storgatan 12'],
  }),
  zip_code: optionalField(
    patternField(/^[1-9]\d{2} ?\d{2}$/, 'invalid_zip_code')
      .overwrite((text) => text.replace(' ', ''))
      .meta({ description: 'Postal code; 114 22 and 11422 are the same.', examples: ['11422'] }),
  ),
  city: optionalField(
    textField(personLimits.city).meta({
      description: 'City where the property is.',
      examples: ['Stockholm'],
    }),
  ),
  qualification: optionalField(
    noPersonalNumber(qualificationLength).meta({
      description: 'What qualifies the lead, in a standard text. Must not contain a personal number.',
      examples: ['Angett flytt inom 12 mån'],
    }),
  ),
  custom_field: optionalField(
    noPersonalNumber(customFieldLength).meta({
      description: 'Free text to the agent. Must not contain a personal number.',
      examples: ['Bortrest till 1 mars'],
    }),
  ),
}

/**
 * Reads the body of a request (contract: POST /api/lead) as a normalised Lead.
 *
 * Its zod messages are codes: see `fieldErrors`. `today` is `YYYY-MM-DD` in Europe/Stockholm.
 */
export function leadRequestSchema(today: string) {
  return wireLeadSchema(today).transform((wire: WireLead) => leadFromWire(wire))
}

/**
 * What the form sends: the body of a request, the text that was shown beside it, and which lead it takes the place of.
 * `despite_doubt`: its writer knows that the old one may be at Vitec already.
 */
export const sentFormSchema = z.object(
  {
    lead: z.unknown(),
    message: z.string('not_text' satisfies FieldErrorCode),
    replaces: z
      .uuid('unknown_value' satisfies FieldErrorCode)
      .nullable()
      .default(null),
    despite_doubt: z.boolean('unknown_value' satisfies FieldErrorCode).default(false),
  },
  'not_object' satisfies FieldErrorCode,
)

/**
 * The body of a request as the wire names it, checked and normalised.
 * `today` is `YYYY-MM-DD` in Europe/Stockholm: some rules depend on it.
 */
export function wireLeadSchema(today: string) {
  // zod compiles a new schema at its first use: 2 ms, where a used one takes 0.1.
  if (latest?.today !== today) latest = { today, schema: createSchema(today) }
  return latest.schema
}

export type WireLead = z.output<Schema>
/** A body as a caller may write it. */
export type WireLeadInput = z.input<Schema>

type Schema = ReturnType<typeof createSchema>
let latest: { today: string; schema: Schema } | undefined

function createSchema(today: string) {
  const part = { error: missingOr('not_object') }
  return z.object(
    {
      customer: z.object(customerFields, part),
      person: z.object(personFields, part),
      property: z.object(propertyFields(today), part),
      reference: optionalField(referenceField),
    },
    'not_object' satisfies FieldErrorCode,
  )
}

/** {@link WireLead} where any field may still be missing. */
type WireDraft = Pick<WireLead, 'reference'> & {
  [Part in Exclude<keyof WireLead, 'reference'>]: {
    [Field in keyof WireLead[Part]]: WireLead[Part][Field] | null
  }
}

/** From the wire's names to ours. */
export function leadFromWire(wire: WireLead): Lead
export function leadFromWire(wire: WireDraft): LeadDraft
export function leadFromWire({ customer, person, property, reference }: WireDraft): LeadDraft {
  return {
    reference,
    vitecCustomerId: customer.customer_id,
    vitecSourceId: customer.lead_id,
    firstName: person.first_name,
    lastName: person.last_name,
    email: person.email,
    phone: person.phone,
    address: person.address,
    zipCode: person.zip_code,
    city: person.city,
    qualification: person.qualification,
    customField: person.custom_field,
    valuation: property.valuation,
    propertySubType: property.property_sub_type,
    livingArea: property.living_area,
    rooms: property.rooms,
    secondaryArea: property.secondary_area,
    lotSizeArea: property.lot_size_area,
    yearBuilt: property.year_built,
    occupantType: property.occupant_type,
    associationFee: property.association_fee,
    valuationDate: property.valuation_date,
  }
}
