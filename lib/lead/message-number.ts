import { roundDecimals } from '@/lib/validation/round-decimals'

/** Whole kronor in groups of three: `5 500 000`. */
export function kronor(amount: number): string {
  return grouped(String(amount))
}

/** A fee: `3 500`, `3 512,50`; `null` when there is nothing to pay. */
export function fee(amount: number | null): string | null {
  if (!amount) return null
  const [whole = '', ore = ''] = roundDecimals(amount, 2, 2).split('.')
  if (ore === '00') return whole === '0' ? null : grouped(whole)
  return `${grouped(whole)},${ore}`
}

/** Square metres with one or two decimals: `150.0`, `72.55`; `null` for what would read as `0.0`. */
export function area(squareMetres: number | null): string | null {
  const text = roundDecimals(squareMetres ?? 0, 1, 2)
  return text === '0.0' ? null : text
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ' ')
}
