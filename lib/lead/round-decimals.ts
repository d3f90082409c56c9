/**
 * A number with `min` to `max` decimals and a point, rounded half up on its decimal digits as written:
 * 72.555 is `72.56`, although the binary number behind it is smaller. For numbers from 0.
 */
export function roundDecimals(value: number, min: number, max: number): string {
  return new Intl.NumberFormat('en', {
    minimumFractionDigits: min,
    maximumFractionDigits: max,
    roundingMode: 'halfExpand',
    useGrouping: false,
    // Text is read digit by digit; a number would be rounded by its binary value.
  }).format(`${value}` as const)
}
