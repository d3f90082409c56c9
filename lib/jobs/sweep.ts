import type { DeliveryStore } from '@/lib/delivery/delivery-store'

/** A lead that has been due for so long, in ms, has nobody who looks after it. */
const forgottenAfter = 60_000

/** At most so many forgotten leads are taken up by one sweep; the next takes the rest. */
const batch = 500

type Ports = {
  store: Pick<DeliveryStore, 'settleInterrupted' | 'overdue' | 'probes'>
  deliver: (leadId: string) => Promise<void>
  probe: (leadId: string) => Promise<void>
  now: () => Date
}

/**
 * Turns attempts that nobody is making any more into unknown outcomes. Resolves to their number.
 * @param abandonedAfterMs how old an open attempt is when its process must be gone.
 */
export function sweepInterrupted({ store, now }: Ports, abandonedAfterMs: number): Promise<number> {
  return store.settleInterrupted(new Date(now().getTime() - abandonedAfterMs), now())
}

/** Attempts the due leads whose job was lost, and probes the paused customers whose time has come. */
export async function sweepWaiting({ store, deliver, probe, now }: Ports): Promise<void> {
  const forgotten = await store.overdue(new Date(now().getTime() - forgottenAfter), batch)
  const probes = await store.probes(now())
  await Promise.all([...probes.map(probe), ...forgotten.map(deliver)])
}
