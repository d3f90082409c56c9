import type { Requester } from '@/lib/audit/audit-event'
import { afterAttempt } from '@/lib/deliveries/after-attempt'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { DeliveryStore, OpenAttempt, OutboundLimits, Settled } from '@/lib/deliveries/delivery-store'
import { createDeliveryStore } from '@/lib/deliveries/store/create-delivery-store'
import type { PlainAction } from '@/lib/deliveries/transitions'
import { type EnvironmentId, sandbox } from '@/lib/environments/environment'
import type { Database } from '../open-database'
import { setClock } from './test-clock'

export const request = { url: 'http://127.0.0.1/Person', body: '{"firstName":"Erik"}' }

/** For tests that are about something else: room for all, and no customer whose failures count. */
export const noLimits: OutboundLimits = {
  atOnce: 10_000,
  perSecond: 10_000,
  slotMs: 35_000,
  magicPrefix: '',
}

/** A delivery store whose database's clock stands where each call says. */
export type TimedDelivery = ReturnType<typeof timedDelivery>

/** {@link TimedDelivery} of a database. */
export function timedDelivery(
  database: Database,
  limits: OutboundLimits = noLimits,
  environment: EnvironmentId = sandbox,
) {
  const store = createDeliveryStore(database, limits, environment)
  const at = async (now: Date): Promise<DeliveryStore> => {
    await setClock(database.pool, now)
    return store
  }
  const takePlace = async (leadId: string, now: Date) => (await at(now)).takePlace(leadId)
  return {
    store,
    at,
    state: store.state,
    takePlace,
    /** Opens an attempt for the lead, or `null` where none is to be had, for whatever reason. */
    async begin(leadId: string, now: Date): Promise<OpenAttempt | null> {
      const turn = await takePlace(leadId, now)
      return turn.kind === 'place' ? store.claim(turn, request) : null
    },
    /** Closes an attempt with a result, without a jitter. */
    async close(attempt: OpenAttempt, result: AttemptResult, now: Date): Promise<Settled> {
      await at(now)
      const found = await store.read(attempt.leadId)
      if (!found) throw new Error('a lead that was sent is gone')
      const { vitecCustomerId } = found.lead
      const saysNothingOfVitec = limits.magicPrefix !== null && vitecCustomerId.startsWith(limits.magicPrefix)
      const made = { attemptsMade: attempt.scheduleStep, saysNothingOfVitec, random: () => 0 }
      const settled = await store.settle(attempt, result, afterAttempt(result, made))
      if (settled.lifts) await store.liftPause(vitecCustomerId, attempt.startedAt)
      return settled
    },
    /** Makes one attempt with the given result. */
    async attempt(leadId: string, result: AttemptResult, now: Date): Promise<void> {
      const attempt = await this.begin(leadId, now)
      if (!attempt) throw new Error('no attempt was to be had')
      await this.close(attempt, result, now)
    },
    act: async (leadId: string, action: PlainAction, now: Date, requester: Requester, seen?: number) =>
      (await at(now)).act(leadId, action, requester, seen),
    resume: async (vitecCustomerId: string, now: Date, requester: Requester) =>
      (await at(now)).resume(vitecCustomerId, requester),
  }
}
