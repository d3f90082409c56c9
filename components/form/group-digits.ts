import { parseSwedishNumber } from '@/lib/lead/form-number'

/** `5500000` → `5 500 000`, decimals as they were typed. What is no number is left alone. */
export function groupDigits(text: string): string {
  if (parseSwedishNumber(text) === null) return text
  const [whole = '', ...rest] = text.replace(/\s/g, '').split(/(?=[.,])/)
  return whole.replace(/\B(?=(\d{3})+$)/g, ' ') + rest.join('')
}
