/**
 * A number from 0 to 10¹² with `min` to `max` decimals (at least one allowed) and a point, rounded half up on its
 * decimal digits as written: 72.555 is `72.56`, although the binary number behind it is smaller.
 *
 * Digit by digit, because `toFixed` rounds the binary number, and not every browser's Intl reads digits.
 */
export function roundDecimals(value: number, min: number, max: number): string {
  // Below this, numbers are written with an exponent.
  const [whole = '0', fraction = ''] = (value < 1e-6 ? '0' : String(value)).split('.')
  const kept = BigInt(whole + fraction.slice(0, max).padEnd(max, '0'))
  const digits = String(fraction.charAt(max) >= '5' ? kept + 1n : kept).padStart(max + 1, '0')
  const decimals = digits.slice(-max).replace(/0+$/, '').padEnd(min, '0')
  return digits.slice(0, -max) + (decimals === '' ? '' : `.${decimals}`)
}
