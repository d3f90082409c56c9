import { z } from 'zod'
import { customerFields } from '@/lib/customers/customer'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { missingOr } from '@/lib/validation/fields'
import type { Lead, LeadDraft } from './lead'
import { personFields } from './person-fields'
import { propertyFields } from './property-fields'

/**
 * Reads the body of a request (contract: POST /api/lead) as a normalised Lead.
 *
 * Its zod messages are codes: see `fieldErrors`. `today` is `YYYY-MM-DD` in Europe/Stockholm.
 */
export function leadRequestSchema(today: string) {
  return wireLeadSchema(today).transform((wire: WireLead) => leadFromWire(wire))
}

/** What the form sends: the body of a request, and the text that was shown beside it. */
export const sentFormSchema = z.object(
  { lead: z.unknown(), message: z.string('not_text' satisfies FieldErrorCode) },
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
    },
    'not_object' satisfies FieldErrorCode,
  )
}

/** {@link WireLead} where any field may still be missing. */
type WireDraft = {
  [Part in keyof WireLead]: { [Field in keyof WireLead[Part]]: WireLead[Part][Field] | null }
}

/** From the wire's names to ours. */
export function leadFromWire(wire: WireLead): Lead
export function leadFromWire(wire: WireDraft): LeadDraft
export function leadFromWire({ customer, person, property }: WireDraft): LeadDraft {
  return {
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
