/**
 * In ms, between two tries. What Vitec answered is known here and nowhere else: while the database is away for a moment it
 * must not become a doubt. One that is recorded after the attempt's place was over settles the lead all the same.
 */
const waits = [250, 500, 1_000, 2_000, 4_000, 8_000, 8_000]

/**
 * Writes down what an attempt came to, however often that takes. Writing it twice does no harm: the second finds the
 * attempt closed.
 * @throws what the last try threw
 */
export async function recordResult<T>(
  write: () => Promise<T>,
  wait: (ms: number) => Promise<unknown>,
): Promise<T> {
  for (const ms of waits) {
    try {
      return await write()
    } catch {
      await wait(ms)
    }
  }
  return write()
}
