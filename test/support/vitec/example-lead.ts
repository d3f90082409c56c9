import type { Lead } from '@/lib/leads/lead'

/** A lead with everything that goes to Vitec outside of the message. */
export const exampleLead: Lead = {
  reference: null,
  vitecCustomerId: 'ABC123',
  vitecSourceId: 'LEAD456',
  firstName: 'Erik',
  lastName: 'Andersson',
  email: 'erik.andersson@example.com',
  phone: '+46701234567',
  address: 'Storgatan 12',
  zipCode: '11422',
  city: 'Stockholm',
  qualification: null,
  customField: null,
  valuation: 5_500_000,
  propertySubType: 'SingleFamilyResidence',
  livingArea: 150,
  rooms: null,
  secondaryArea: 40,
  lotSizeArea: 800,
  yearBuilt: '1992',
  occupantType: 'Owner',
  associationFee: null,
  valuationDate: '2026-01-27',
}
