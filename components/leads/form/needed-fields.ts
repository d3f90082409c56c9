import type { LeadFormField } from './lead-form-values'
import type { LeadFormState } from './use-lead-form'

/** What no lead can be without, in the order in which it stands on the page. */
const neededFields: LeadFormField[] = [
  'customer.customer_id',
  'customer.lead_id',
  'person.first_name',
  'person.last_name',
  'person.phone',
  'person.email',
  'person.address',
  'property.property_sub_type',
  'property.valuation',
]

/** Gives the focus to the first empty field that must be filled in, but not to the one that has it; else leaves it. */
export function focusNeeded({ getValues, setFocus }: Pick<LeadFormState, 'getValues' | 'setFocus'>): void {
  const before = document.activeElement
  for (const field of neededFields) {
    if (getValues(field).trim() !== '') continue
    setFocus(field)
    if (document.activeElement !== before) return
  }
}
