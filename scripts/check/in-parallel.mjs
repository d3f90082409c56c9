import { availableParallelism } from 'node:os'

/**
 * Does every piece of work, as many at once as there are processors, in the order given.
 * @template T
 * @param {(() => Promise<T>)[]} works
 * @returns {Promise<T[]>}
 */
export async function inParallel(works) {
  const waiting = works.entries()
  /** @type {T[]} */
  const results = []
  const worker = async () => {
    for (const [index, work] of waiting) results[index] = await work()
  }
  await Promise.all(Array.from({ length: availableParallelism() }, worker))
  return results
}
