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

type Values = { getValues: (field: LeadFormField) => string }

/** Gives the focus to the first empty field that must be filled in, but not to the one that has it; else leaves it. */
export function focusNeeded({ getValues }: Values): void {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.field : undefined
  const next = neededFields.find((field) => field !== focused && getValues(field).trim() === '')
  if (next) focusField(next)
}

/** At once: the next key is the field's, where `setFocus` of the form would leave it to the one before. */
export function focusField(field: LeadFormField): void {
  document.querySelector<HTMLElement>(`[data-field="${field}"]`)?.focus()
}

type FormKey = React.KeyboardEvent<HTMLFormElement>

/**
 * Ctrl+Enter or Cmd+Enter sends, wherever in the form the focus is: taken before the field gets it, because radio buttons
 * and buttons keep Enter to themselves. In an open list it chooses, as Enter does.
 */
export function sendOnCtrlEnter(event: FormKey): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  if (event.target instanceof HTMLElement && event.target.ariaExpanded === 'true') return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) event.currentTarget.requestSubmit()
}

/** The same from a row of choices, which at times keeps Enter to itself right after a letter has chosen: before it does. */
export function goOnFromChoice(event: FormKey, form: Values): void {
  const { target } = event
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  if (!(target instanceof HTMLInputElement) || target.type !== 'radio') return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) focusNeeded(form)
}

/** What is typed while a lead is being checked would be of no lead: it is gone with the form that is emptied next. */
export function dropTyped(event: FormKey): void {
  const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey
  if (isText || event.key === 'Backspace' || event.key === 'Delete') event.preventDefault()
}

/**
 * Enter alone sends nothing: a lead cannot be called back, and Enter is how people leave a field. It goes to the next that
 * has to be filled in.
 */
export function goOnByEnter(event: FormKey, form: Values): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  const isChoosing = event.defaultPrevented || event.target.ariaExpanded === 'true'
  event.preventDefault()
  if (!isChoosing && !event.repeat) focusNeeded(form)
}

/** Esc leaves the fields, where every key writes, for the page, where keys lead elsewhere; in an open list it closes that. */
export function leaveByEscape(event: FormKey): void {
  if (event.key !== 'Escape' || event.defaultPrevented || event.repeat) return
  if (event.target instanceof HTMLElement && event.target.ariaExpanded === 'true') return
  event.preventDefault()
  document.getElementById('content')?.focus({ preventScroll: true })
}
