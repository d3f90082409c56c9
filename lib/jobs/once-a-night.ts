import { stockholmDate } from '@/lib/lead/stockholm-date'

/** A night begins at two in Sweden. In ms after midnight. */
const nightfall = 2 * 3_600_000

/**
 * Runs at its first call, because a machine may be off at night, and then at the first call of each night. A run that
 * fails is made again at the next call.
 */
export function onceANight(run: () => Promise<unknown>, now: () => Date): () => Promise<void> {
  let last: string | null = null
  return async () => {
    const night = stockholmDate(new Date(now().getTime() - nightfall))
    if (night === last) return
    await run()
    last = night
  }
}
