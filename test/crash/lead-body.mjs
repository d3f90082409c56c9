/**
 * What a caller sends of a lead: all alike but for the name, by which each is found again, and its customer.
 * @param {{ lastName: string, customerId: string }} lead
 */
export function leadBody({ lastName, customerId }) {
  return {
    customer: { customer_id: customerId, lead_id: 'LEAD456' },
    person: {
      first_name: 'Erik',
      last_name: lastName,
      email: 'erik.andersson@example.com',
      phone: '+46701234567',
      address: 'Storgatan 12',
    },
    property: { valuation: 5_500_000, property_sub_type: 'SingleFamilyResidence' },
  }
}
