import { grouped, type NumberKind, parseSwedishNumber } from '@/lib/validation/swedish-number'

/**
 * `5500000` → `5 500 000`, decimals as they were typed; `5,5 mkr` → `5 500 000`, so that its writer sees how it was
 * read. What is no number, or may be two, is left alone.
 */
export function groupDigits(text: string, kind: NumberKind = 'count'): string {
  const value = parseSwedishNumber(text, kind)
  if (value === null) return text
  if (parseSwedishNumber(text) === null) return grouped(value)
  const [whole = '', ...rest] = text.replace(/\s/g, '').split(/(?=[.,])/)
  return whole.replace(/\B(?=(\d{3})+$)/g, ' ') + rest.join('')
}
