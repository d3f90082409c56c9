import { setTimeout as wait } from 'node:timers/promises'
import { actOnLead } from '@/lib/delivery/act-on-lead'
import { attemptWithin } from '@/lib/delivery/attempt-within'
import { deliverLead } from '@/lib/delivery/deliver-lead'
import type { AttemptReason, DeliveryStore, LeadState } from '@/lib/delivery/delivery-store'
import { InFlight } from '@/lib/delivery/in-flight'
import type { PlainAction } from '@/lib/delivery/moves'
import { Turns } from '@/lib/delivery/turns'
import type { VitecState } from '@/lib/delivery/vitec-state'
import { log } from '@/lib/log'
import { loggable } from '@/lib/loggable'
import type { VitecClient } from '@/lib/vitec/vitec-client'

/** How long a caller waits for the first attempt's result, in ms. */
const timeBudget = 8_000

type Patience = { reason: AttemptReason; patienceMs: number }

/** A lead in the database's own hands: whoever is woken for it waits for as long as it takes. */
const background = { reason: 'waiting', patienceMs: Number.POSITIVE_INFINITY } as const
const forCaller = { reason: 'waiting', patienceMs: timeBudget } as const

/**
 * Delivery as the rest of the application uses it: every attempt is followed until it ends.
 * @param atOnce attempts that this process has under way at the same time
 */
export function createDelivery(store: DeliveryStore, vitec: VitecClient, atOnce: number) {
  const inFlight = new InFlight()
  const turns = new Turns(atOnce)
  const now = () => new Date()
  const ports = { store, vitec, now, random: Math.random, wait }

  const attempt = (leadId: string, { reason, patienceMs }: Patience): Promise<LeadState | null> => {
    const until = performance.now() + patienceMs
    const isWanted = () => !turns.closed && performance.now() <= until
    const work = turns.take(patienceMs, () => deliverLead(ports, leadId, { reason, isWanted }))
    const onError = (error: unknown) =>
      log.error({ lead_id: leadId, ...loggable(error) }, 'an attempt failed')
    return inFlight.follow(work, onError)
  }
  const quietly = (work: Promise<unknown>): Promise<void> =>
    work.then(
      () => undefined,
      () => undefined,
    )

  return {
    /** For the job engine: makes an attempt if one is due; never throws. */
    deliver: (leadId: string): Promise<void> => quietly(attempt(leadId, background)),
    /** Sends a lead of a paused customer, to see whether the cause is gone; never throws. */
    probe: (leadId: string): Promise<void> => quietly(attempt(leadId, { ...background, reason: 'probe' })),
    /** Makes an attempt and answers how the lead stands, within the time budget; `wait: false` does not wait. */
    attemptNow: (leadId: string, { wait }: { wait: boolean }): Promise<LeadState> =>
      attemptWithin((id) => attempt(id, forCaller), leadId, wait ? timeBudget : 0),
    /**
     * Settles a doubt, cancels what waits, or makes a lead due again, at a person's word. `seen` is the number of attempts
     * they know of: of two presses on "send again" one counts, also when the other comes after the attempt it led to.
     * @throws {AppError} `not_allowed`
     */
    async act(leadId: string, action: PlainAction, seen?: number): Promise<LeadState | null> {
      await actOnLead(store, leadId, action, now(), seen)
      return store.state(leadId)
    },
    /** Lifts a customer's pause. Resolves to the number of leads that are due then. */
    resume: (vitecCustomerId: string): Promise<number> => store.resume(vitecCustomerId, now()),
    /** Whether Vitec is left alone because it fails as a whole. */
    async vitecState(): Promise<VitecState> {
      const heldUntil = await store.heldUntil(now())
      return { heldUntil: heldUntil?.toISOString() ?? null }
    },
    /** Begins no more attempts: leads that come now wait for the next start. */
    close: (): void => turns.close(),
    /** Waits for the attempts under way. */
    drain: (): Promise<void> => inFlight.settled(),
  }
}
