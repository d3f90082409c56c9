import type { Lead } from '@/lib/leads/lead'
import type { WireLead } from '@/lib/leads/wire-lead'

/** The request that says what a lead says: its fields under the wire's names. */
export function wireOf(lead: Lead): WireLead {
  return {
    customer: { customer_id: lead.vitecCustomerId, lead_id: lead.vitecSourceId },
    person: {
      first_name: lead.firstName,
      last_name: lead.lastName,
      email: lead.email,
      phone: lead.phone,
      address: lead.address,
      zip_code: lead.zipCode,
      city: lead.city,
      qualification: lead.qualification,
      custom_field: lead.customField,
    },
    property: {
      valuation: lead.valuation,
      property_sub_type: lead.propertySubType,
      living_area: lead.livingArea,
      rooms: lead.rooms,
      secondary_area: lead.secondaryArea,
      lot_size_area: lead.lotSizeArea,
      year_built: lead.yearBuilt,
      occupant_type: lead.occupantType,
      association_fee: lead.associationFee,
      valuation_date: lead.valuationDate,
    },
    reference: lead.reference,
  }
}
