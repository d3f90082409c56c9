import type { WireLeadInput } from './wire-lead'

/** The request of the source document's Python sample. */
export const exampleRequest = {
  customer: { customer_id: 'ABC123', lead_id: 'LEAD456' },
  person: {
    first_name: 'Erik',
    last_name: 'Andersson',
    email: 'erik.andersson@example.com',
    phone: '+46701234567',
    address: 'Storgatan 12',
    zip_code: '11422',
    city: 'Stockholm',
  },
  property: {
    valuation: 5_500_000,
    property_sub_type: 'SingleFamilyResidence',
    living_area: 150,
    secondary_area: 40,
    lot_size_area: 800,
    year_built: '1992',
    occupant_type: 'Owner',
    rooms: null,
    association_fee: null,
  },
} satisfies WireLeadInput
