import { setTimeout as wait } from 'node:timers/promises'
import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import { type DeliverLeadPorts, deliverLead, type EndedAttempt } from './deliver-lead'
import type { VitecState } from './delivery'
import type { DeliveryStore, LeadState, OutboundLimits } from './delivery-store'
import { Dispatcher } from './dispatcher'
import { tellEnded, tellInterrupted, tellResumed, tellTest, VitecHold } from './tell-log'
import type { PlainAction } from './transitions'

/** How long a caller waits for the first attempt's result, in ms. */
const timeBudget = 8_000

type Settings = Pick<OutboundLimits, 'magicPrefix'> &
  Pick<DeliverLeadPorts, 'leaseMs' | 'pace' | 'onMoment' | 'onEnded'> & {
    /** Of what is sent for tests nobody has to be told but whoever sends it. */
    isTest?: boolean
  }

/** Delivery as the rest of the application uses it: every attempt is followed until it ends. */
export function createDelivery(
  store: DeliveryStore,
  vitec: DeliverLeadPorts['vitec'],
  { magicPrefix, isTest = false, onEnded, ...given }: Settings,
) {
  const isMagic = (vitecCustomerId: string) => magicPrefix !== null && vitecCustomerId.startsWith(magicPrefix)
  const ports = {
    ...{ store, vitec, isMagic, ...given, random: Math.random, wait: (ms: number) => wait(ms) },
    mayBegin: () => !dispatcher.isClosed,
    onEnded: (attempt: EndedAttempt) => {
      if (isTest) tellTest(attempt)
      else tellEnded(attempt)
      onEnded?.(attempt)
    },
    ...(!isTest && { onResumed: tellResumed }),
  }
  const hold = new VitecHold()
  const dispatcher: Dispatcher = new Dispatcher({
    store: { ...store, settleInterrupted: async () => tellInterrupted(await store.settleInterrupted()) },
    ...(!isTest && { onTurn: hold.turn }),
    deliver: async (place) => {
      const state = await deliverLead(ports, place)
      if (state === null) hold.missed()
      return state
    },
    onError: (error, leadId) =>
      log.error({ ...(leadId && { lead_id: leadId }), ...loggable(error) }, 'an attempt failed'),
  })

  return {
    /** Begins to send what is due. */
    start: (): void => dispatcher.start(),
    /**
     * Has a lead sent in its turn and answers how it stands then, within the time budget; `wait: false` does not wait.
     * Whatever fails here, the lead is stored: then it counts as waiting.
     */
    async attemptNow(leadId: string, { wait }: { wait: boolean }): Promise<LeadState> {
      if (!wait) dispatcher.wake()
      const outcome = wait ? await dispatcher.outcome(leadId, timeBudget) : null
      const state = outcome ?? (wait ? await store.state(leadId).catch(() => null) : null)
      // It is being sent, or is due: there is news soon.
      return state ?? { ...waiting, id: leadId, nextAttemptAt: new Date() }
    },
    /**
     * Settles a doubt, cancels what waits, or makes a lead due again, at a person's word. `seen` is the number of attempts
     * they know of: of two presses on "send again" one counts, also when the other comes after the attempt it led to.
     * @throws {AppError} `not_allowed`
     */
    async act(
      leadId: string,
      action: PlainAction,
      requester: Requester,
      seen?: number,
    ): Promise<LeadState | null> {
      await actOnLead(store, leadId, action, requester, seen)
      return store.state(leadId)
    },
    /** Something has become due, as after a hold. */
    wake: (): void => dispatcher.wake(),
    /** Lifts a customer's pause. @throws {AppError} `not_allowed` where it is not paused */
    async resume(vitecCustomerId: string, requester: Requester): Promise<void> {
      if (!(await store.resume(vitecCustomerId, requester)))
        throw new AppError('not_allowed', 'The customer is not paused.')
      dispatcher.wake()
    },
    /** Whether Vitec is left alone because it fails as a whole. */
    async vitecState(): Promise<VitecState> {
      const heldUntil = await store.heldUntil()
      return { heldUntil: heldUntil?.toISOString() ?? null }
    },
    /** Begins no more attempts: leads that come now wait for the next start. */
    close: (): void => dispatcher.close(),
    /** Waits for the attempts under way. */
    drain: (): Promise<void> => dispatcher.drained(),
  }
}

const waiting = {
  status: 'pending',
  word: null,
  vitecLeadId: null,
  obstacle: null,
} as const

/**
 * Does what a person decided. For `send_again` the lead is due then; the attempt itself is the caller's to start.
 * @param seen the number of attempts that the person knows of, where that matters
 * @throws {AppError} `not_allowed` where the lead's status does not allow it, an attempt is under way, or was made since.
 */
async function actOnLead(
  store: DeliveryStore,
  leadId: string,
  action: PlainAction,
  requester: Requester,
  seen?: number,
): Promise<void> {
  if (await store.act(leadId, action, requester, seen)) return
  throw new AppError(
    'not_allowed',
    'The lead does not allow that now, an attempt is under way, or one was made since you looked.',
  )
}
