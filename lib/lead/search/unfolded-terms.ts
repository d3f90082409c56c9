import { tidyText } from '@/lib/validation/plain-text'

/** A run of digits that begins as phone numbers do, grouped as people group them. */
const phone = /(?<!\S)\(?[+0][\d\s()/-]*(?!\S)/g
const zipCode = /(?<!\S)([1-9]\d{2}) (\d{2})(?!\S)/g

/**
 * The texts that a lead must all contain whose search text is of the first form: the person's words and the ids as they
 * are stored, in lower case. The words of a query, with phone numbers and zip codes put as they are stored:
 * `070-123 45 67` gives `701234567`, which is in `+46701234567`.
 */
export function unfoldedTerms(query: string): string[] {
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
