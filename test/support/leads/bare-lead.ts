import type { Lead } from '@/lib/leads/lead'

/** A lead with what a request must give and nothing more; a villa. */
export const bareLead: Lead = {
  reference: null,
  vitecCustomerId: 'ABC123',
  vitecSourceId: 'LEAD456',
  firstName: 'Erik',
  lastName: 'Andersson',
  email: 'erik.andersson@example.com',
  phone: '+46701234567',
  address: 'Storgatan 12',
  zipCode: null,
  city: null,
  qualification: null,
  customField: null,
  valuation: 5_500_000,
  propertySubType: 'SingleFamilyResidence',
  livingArea: null,
  rooms: null,
  secondaryArea: null,
  lotSizeArea: null,
  yearBuilt: null,
  occupantType: null,
  associationFee: null,
  valuationDate: null,
}
