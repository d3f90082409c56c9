import { type ContactField, contactFields, type PastedContact } from '@/lib/pasted-contacts/pasted-contact'
import type { LeadFormValues } from './lead-form-values'

/** What a pasted block has for a field of the form, and what stands in that. */
export type PastedRow = {
  field: `person.${ContactField}`
  text: string
  /** What it would take the place of; empty where nothing stands. */
  before: string
  isCertain: boolean
}

/** What a contact has that the form has not, in the order of the form. */
export function pastedRows(contact: PastedContact, { person }: Pick<LeadFormValues, 'person'>): PastedRow[] {
  return contactFields.flatMap((name) => {
    const [found, before] = [contact[name], person[name].trim()]
    if (!found || found.text === before) return []
    return [{ field: `person.${name}` as const, text: found.text, before, isCertain: found.isCertain }]
  })
}

/** The fields to fill unless a person chooses otherwise: those that are empty, of what is not doubtful. */
export const chosenAtFirst = (rows: PastedRow[]): PastedRow[] =>
  rows.filter(({ before, isCertain }) => before === '' && isCertain)
