import { actOnLead } from '@/lib/delivery/act-on-lead'
import { attemptWithin } from '@/lib/delivery/attempt-within'
import { deliverLead } from '@/lib/delivery/deliver-lead'
import type { DeliveryStore, LeadState } from '@/lib/delivery/delivery-store'
import { InFlight } from '@/lib/delivery/in-flight'
import { log } from '@/lib/log'
import { loggable } from '@/lib/loggable'
import type { VitecClient } from '@/lib/vitec/vitec-client'

/** How long a caller waits for the first attempt's result, in ms. */
const timeBudget = 8_000

/** Delivery as the rest of the application uses it: every attempt is followed until it ends. */
export function createDelivery(store: DeliveryStore, vitec: VitecClient) {
  const inFlight = new InFlight()
  const now = () => new Date()

  const attempt = (leadId: string): Promise<LeadState | null> =>
    inFlight.follow(deliverLead({ store, vitec, now, random: Math.random }, leadId), (error) =>
      log.error({ lead_id: leadId, ...loggable(error) }, 'an attempt failed'),
    )

  return {
    /** For the job engine: makes an attempt if one is due; never throws. */
    deliver: (leadId: string): Promise<void> =>
      attempt(leadId).then(
        () => undefined,
        () => undefined,
      ),
    /** Makes an attempt and answers how the lead stands, within the time budget; `wait: false` does not wait. */
    attemptNow: (leadId: string, { wait }: { wait: boolean }): Promise<LeadState> =>
      attemptWithin(attempt, leadId, wait ? timeBudget : 0),
    /** Sends a lead again at a person's word. @throws {AppError} `not_allowed` */
    async sendAgain(leadId: string): Promise<LeadState> {
      await actOnLead(store, leadId, 'send_again', now())
      return attemptWithin(attempt, leadId, timeBudget)
    },
    /** Settles a doubt, or cancels what waits, at a person's word. @throws {AppError} `not_allowed` */
    async act(leadId: string, action: 'settle' | 'cancel'): Promise<LeadState | null> {
      await actOnLead(store, leadId, action, now())
      return store.state(leadId)
    },
    /** Lifts a customer's pause. Resolves to the number of leads that are due then. */
    resume: (vitecCustomerId: string): Promise<number> => store.resume(vitecCustomerId, now()),
    settled: () => inFlight.settled(),
  }
}
