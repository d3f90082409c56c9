import type { LeadFormField } from './lead-form-values'

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
export function focusNeeded({ getValues }: { getValues: (field: LeadFormField) => string }): void {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.field : undefined
  const next = neededFields.find((field) => field !== focused && getValues(field).trim() === '')
  if (next) focusField(next)
}

/** At once: the next key is the field's, where `setFocus` of the form would leave it to the one before. */
export function focusField(field: LeadFormField): void {
  document.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus()
}
