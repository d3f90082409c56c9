/** A lead's body as a caller writes it; give the parts to change. The person is made up. */
export function leadBody(changes: { customer?: object; person?: object; property?: object } = {}) {
  return {
    customer: { customer_id: 'ABC123', lead_id: 'LEAD456', ...changes.customer },
    person: {
      first_name: 'Erik',
      last_name: 'Andersson',
      email: 'erik.andersson@example.com',
      phone: '+46701234567',
      address: 'Storgatan 12',
      zip_code: '11422',
      city: 'Stockholm',
      ...changes.person,
    },
    property: {
      valuation: 5_500_000,
      property_sub_type: 'SingleFamilyResidence',
      living_area: 150.0,
      secondary_area: 40.0,
      lot_size_area: 800.0,
      year_built: '1992',
      occupant_type: 'Owner',
      rooms: null,
      association_fee: null,
      ...changes.property,
    },
  }
}

/** A name that no other test uses, so that tests can share one server. */
export function uniqueName(): string {
  return `Test${crypto.randomUUID().slice(0, 8)}`
}
