import type { Lead } from '@/lib/leads/lead'
import type { PersonLead } from './person-lead'

/**
 * A lead in Vitec's names. What is not given is left out: Vitec does not say how it takes an empty string.
 * Valuation and property have no fields of their own in Vitec; they are in `message`.
 */
export function toPersonLead(lead: Lead, message: string): PersonLead {
  return {
    firstName: lead.firstName,
    lastName: lead.lastName,
    message,
    typeId: lead.vitecSourceId,
    telephone: { cell: lead.phone },
    email: { emailAddress: lead.email },
    address: {
      streetAddress: lead.address,
      ...(lead.zipCode !== null && { zipCode: lead.zipCode }),
      ...(lead.city !== null && { city: lead.city }),
    },
  }
}
