/**
 * The most arrivals in any time of that length, wherever it begins; what is as far apart is not in it.
 * @param {number[]} times in ms, in any order
 * @param {number} lengthMs
 */
export function mostWithin(times, lengthMs) {
  const sorted = times.toSorted((a, b) => a - b)
  let first = 0
  let most = 0
  for (const [at, time] of sorted.entries()) {
    while (time - (sorted[first] ?? time) >= lengthMs) first += 1
    most = Math.max(most, at - first + 1)
  }
  return most
}

/**
 * How many arrived in a second, from the first to the last.
 * @param {number[]} times in ms, in any order
 */
export function drainRate(times) {
  if (times.length < 2) return 0
  return ((times.length - 1) * 1_000) / (Math.max(...times) - Math.min(...times))
}
