import type { Lead } from './lead'
import { tidyText } from './plain-text'

/** What a lead can be found by, in lower case. */
export function searchText(lead: Lead & { id?: string; vitecLeadId: string | null }): string {
  const { firstName, lastName, email, phone, address, zipCode, city } = lead
  const { vitecCustomerId, vitecSourceId, vitecLeadId, id } = lead
  return [firstName, lastName, email, phone, address, zipCode, city]
    .concat([vitecCustomerId, vitecSourceId, vitecLeadId, id ?? null])
    .filter((text) => text !== null)
    .join(' ')
    .toLowerCase()
}

/** A run of digits that begins as phone numbers do, grouped as people group them. */
const phone = /(?<!\S)\(?[+0][\d\s()/-]*(?!\S)/g
const zipCode = /(?<!\S)([1-9]\d{2}) (\d{2})(?!\S)/g

/**
 * The texts that a lead must all contain to be found, in lower case: the words of a query, with phone numbers
 * and zip codes put as they are stored. `070-123 45 67` gives `701234567`, which is in `+46701234567`.
 */
export function searchTerms(query: string): string[] {
  return tidyText(query)
    .toLowerCase()
    .replace(phone, (run) => `${phoneDigits(run)} `)
    .replace(zipCode, '$1$2')
    .split(' ')
    .filter((term) => term !== '')
}

/** The digits that E.164 keeps: no trunk zero, no `00` or `+` in front. */
function phoneDigits(run: string): string {
  const digits = run.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '')
  return digits === '' ? run : digits
}
