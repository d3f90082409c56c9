/**
 * The value that `share` of all values are not above (nearest rank).
 * @param {number[]} values at least one
 * @param {number} share 0.5 for the median, 0.99 for p99
 */
export function valueAt(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
