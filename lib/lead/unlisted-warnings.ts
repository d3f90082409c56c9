import type { LeadWarning } from './lead-warning'

const unlisted = (code: LeadWarning['code'], field: string, list: string): LeadWarning => ({
  code,
  field,
  message: `${field} is not ${list}; Vitec decides.`,
})

/** For a lead that our own lists do not know the customer of, or its lead source. */
export const unlistedWarnings = {
  customer: unlisted('unlisted_customer', 'customer.customer_id', 'in our list of customers'),
  leadSource: unlisted(
    'unlisted_lead_source',
    'customer.lead_id',
    'among the lead sources we know of this customer',
  ),
}
