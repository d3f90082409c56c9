/**
 * The promise's value, or `null` when it takes longer than `ms`; it goes on either way.
 * A budget of 0 does not wait at all.
 */
export async function withinBudget<T>(work: Promise<T>, ms: number): Promise<T | null> {
  if (ms === 0) return null
  let timer: NodeJS.Timeout | undefined
  const budget = new Promise<null>((resolve) => {
    timer = setTimeout(resolve, ms, null)
  })
  return Promise.race([work, budget]).finally(() => clearTimeout(timer))
}
