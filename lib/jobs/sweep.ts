import type { DeliveryStore } from '@/lib/delivery/delivery-store'

const minute = 60_000

/** At most so many forgotten leads are taken up by one sweep; the next takes the rest. */
const batch = 100

/**
 * Finds what a crash left behind: attempts that nobody is making any more become unknown outcomes,
 * and due leads whose job was lost are attempted.
 *
 * @param abandonedAfterMs how old an open attempt is when its process must be gone.
 */
export async function sweep(
  ports: { store: DeliveryStore; deliver: (leadId: string) => Promise<void>; now: () => Date },
  abandonedAfterMs: number,
): Promise<{ settled: number; taken: number }> {
  const now = ports.now()
  const settled = await ports.store.settleInterrupted(new Date(now.getTime() - abandonedAfterMs), now)
  const ids = await ports.store.overdue(new Date(now.getTime() - minute), batch)
  for (const id of ids) await ports.deliver(id)
  return { settled, taken: ids.length }
}

/** Sweeps every minute until stopped. A sweep that fails is told to `onError`; the next one tries again. */
export function startSweeping(
  run: () => Promise<unknown>,
  onError: (error: unknown) => void,
): { stop(): void } {
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    run()
      .catch(onError)
      .finally(() => {
        busy = false
      })
  }, minute)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
