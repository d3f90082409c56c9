const number = /^[-\u2212]?\d+(?:[.,]\d*)?$/

/**
 * A number as Swedes type it: `5 500 000` (with any kind of space), `72,5` or `72.5`; `null` if it is none.
 * A comma or point is always the decimal sign, never between thousands. `72,` is 72, as somebody is still typing.
 */
export function parseSwedishNumber(text: string): number | null {
  const compact = text.replace(/\s/g, '')
  if (!number.test(compact)) return null
  const value = Number(compact.replace('\u2212', '-').replace(',', '.'))
  return Number.isFinite(value) ? value : null
}
