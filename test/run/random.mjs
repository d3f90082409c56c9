/**
 * What tests draw at random is drawn from this: TEST_SEED where it is set, else another one each time. Programs that
 * are started from here find it in their environment.
 */
export const testSeed = Number(process.env.TEST_SEED || Date.now() % 2 ** 31)
process.env.TEST_SEED = `${testSeed}`

/** Whether as much is drawn as can be waited for: in `npm test -- --all`, not in `npm test`. */
export const drawsMuch = process.env.TEST_ALL === '1'

/** @typedef {{ below(limit: number): number, chance(probability: number): boolean }} Random numbers that a seed repeats */

/**
 * Mulberry32: short, and random enough to choose what a test does next.
 * @param {number} seed
 * @returns {Random}
 */
export function seededRandom(seed) {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return { below: (limit) => Math.floor(next() * limit), chance: (probability) => next() < probability }
}
