/**
 * Where a page stands among those of the web, by each measure, as Lighthouse 12 has it (core/audits/metrics and
 * core/config/default-config.js there; developer.chrome.com/docs/lighthouse/performance/performance-scoring): a tenth of
 * them do better than `good`, half of them better than `middle`; in ms but for the shift. The speed index is not measured:
 * the largest paint, which is later, stands for it.
 * @type {Record<import('./page-load.mjs').Device, Curve[]>}
 */
const curves = {
  phone: [
    { what: 'firstPaint', weight: 10, good: 1_800, middle: 3_000 },
    { what: 'largestPaint', weight: 10, good: 3_387, middle: 5_800 },
    { what: 'largestPaint', weight: 25, good: 2_500, middle: 4_000 },
    { what: 'blocking', weight: 30, good: 200, middle: 600 },
    { what: 'shift', weight: 25, good: 0.1, middle: 0.25 },
  ],
  desktop: [
    { what: 'firstPaint', weight: 10, good: 934, middle: 1_600 },
    { what: 'largestPaint', weight: 10, good: 1_311, middle: 2_300 },
    { what: 'largestPaint', weight: 25, good: 1_200, middle: 2_400 },
    { what: 'blocking', weight: 30, good: 150, middle: 350 },
    { what: 'shift', weight: 25, good: 0.1, middle: 0.25 },
  ],
}

/** @typedef {'firstPaint' | 'largestPaint' | 'blocking' | 'shift'} Measure */
/** @typedef {{ what: Measure, weight: number, good: number, middle: number }} Curve */

/**
 * A score as Lighthouse's for performance, from 0 to 100. It is not Lighthouse's own: that makes its figures of a model of
 * the slow phone, and these are what a slowed browser took.
 * @param {Record<Measure, number>} measured
 * @param {import('./page-load.mjs').Device} device
 * @returns {number}
 */
export function webScore(measured, device) {
  const parts = curves[device].map(({ what, weight, good, middle }) => {
    // Such times are spread as their logarithms are: so far from the middle one is, in steps of the spread.
    const step = Math.log(middle / good) / tenth
    return weight * above(measured[what] <= 0 ? -Infinity : Math.log(measured[what] / middle) / step)
  })
  return parts.reduce((sum, part) => sum + part, 0)
}

/** So many steps from the middle of a normal spread the outer tenth begins. */
const tenth = 1.281_551_565_5

/**
 * The part of a normal spread that lies above `x`, to within 1e-7 (Abramowitz and Stegun, 26.2.17).
 * @param {number} x
 * @returns {number}
 */
function above(x) {
  if (x < 0) return 1 - above(-x)
  if (x === Infinity) return 0
  const t = 1 / (1 + 0.231_641_9 * x)
  const terms = [0.319_381_53, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429]
  const sum = terms.reduceRight((rest, factor) => t * (factor + rest), 0)
  return (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * sum
}
