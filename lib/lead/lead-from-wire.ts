import type { Lead } from './lead'
import type { LeadDraft } from './lead-draft'
import type { WireLead } from './wire-lead'

/** {@link WireLead} where any field may still be missing. */
export type WireDraft = {
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
