import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import { inTime } from '@/lib/time/in-time'

/** How long what trying to store a lead came to is believed, in ms: probes come every second or so. */
const believedMs = { can: 10_000, cannot: 1_000 }

/** In ms: what asks waits no longer, whatever the database does. */
const patienceMs = 4_500

type Ports = {
  /** Rejects where the database does not answer. */
  ping: () => Promise<unknown>
  /** Rejects where a lead could not be stored now. */
  tryToStore: () => Promise<unknown>
  nowMs?: () => number
  patience?: number
}

/** Whether this instance is to be sent requests: it answers, it goes on, and a lead that is handed in would be stored. */
export function createReadiness({
  ping,
  tryToStore,
  nowMs = () => performance.now(),
  patience = patienceMs,
}: Ports) {
  let isClosed = false
  let tried: { until: number; outcome: Promise<boolean> } | null = null

  async function canStore(): Promise<boolean> {
    if (tried && nowMs() < tried.until) return tried.outcome
    const outcome = tryToStore().then(
      () => true,
      (error: unknown) => {
        log.error(loggable(error), 'a lead could not be stored now')
        return false
      },
    )
    // Until it is known, all that ask wait for the same.
    tried = { until: Number.POSITIVE_INFINITY, outcome }
    const can = await outcome
    tried = { until: nowMs() + (can ? believedMs.can : believedMs.cannot), outcome }
    return can
  }

  return {
    /** @throws {AppError} `unavailable`, or what the database says where it does not answer */
    async check(): Promise<void> {
      if (isClosed) throw new AppError('unavailable', 'The service is stopping. Try again.')
      const isReady = ping().then(canStore)
      if (!(await inTime(isReady, patience, false)))
        throw new AppError('unavailable', 'A lead could not be stored just now.')
    },
    /** From now on it is not ready: it is about to stop. */
    close(): void {
      isClosed = true
    },
  }
}
