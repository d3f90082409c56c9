import type { Lead } from '@/lib/leads/lead'
import { grouped } from '@/lib/validation/swedish-number'
import type { LeadFormValues } from './lead-form-values'

/** A lead as it would have been typed, to be mended and sent again. */
export function leadToForm(lead: Lead): LeadFormValues {
  const text = (value: string | null) => value ?? ''
  const number = (value: number | null) => (value === null ? '' : grouped(value))
  return {
    customer: { customer_id: lead.vitecCustomerId, lead_id: lead.vitecSourceId },
    person: {
      first_name: lead.firstName,
      last_name: lead.lastName,
      phone: lead.phone,
      email: lead.email,
      address: lead.address,
      zip_code: text(lead.zipCode),
      city: text(lead.city),
      qualification: text(lead.qualification),
      custom_field: text(lead.customField),
    },
    property: {
      property_sub_type: lead.propertySubType,
      occupant_type: text(lead.occupantType),
      valuation: number(lead.valuation),
      valuation_date: text(lead.valuationDate),
      living_area: number(lead.livingArea),
      rooms: text(lead.rooms),
      year_built: text(lead.yearBuilt),
      secondary_area: number(lead.secondaryArea),
      lot_size_area: number(lead.lotSizeArea),
      association_fee: number(lead.associationFee),
    },
    // What was sent once was right, or Vitec says otherwise.
    confirmed: { phone: lead.phone },
  }
}
