import type { Lead } from '@/lib/lead/lead'
import { afterAttempt } from './after-attempt'
import type { AttemptResult, PreparedRequest } from './attempt-result'
import type { DeliveryStore, LeadState } from './delivery-store'

export type DeliverLeadPorts = {
  store: DeliveryStore
  vitec: {
    prepare(lead: Lead, message: string): PreparedRequest
    send(request: PreparedRequest): Promise<AttemptResult>
  }
  now: () => Date
  random: () => number
}

/**
 * Makes one attempt to deliver a lead, if one is due and nobody else is making it; answers how the lead stands then.
 *
 * The attempt's row is written before the call and closed after it: a crash in between leaves an open row,
 * which is found later and shown as an unknown outcome.
 */
export async function deliverLead(ports: DeliverLeadPorts, leadId: string): Promise<LeadState | null> {
  const { store, vitec, now, random } = ports
  const found = await store.read(leadId)
  if (!found) return null
  const request = vitec.prepare(found.lead, found.message)
  const attempt = await store.openAttempt(leadId, request, now())
  if (attempt) {
    const result = await vitec.send(request)
    const ended = now()
    const move = afterAttempt(result, { attemptsMade: attempt.scheduleStep, now: ended, random })
    await store.closeAttempt(attempt, result, move, ended)
  }
  return store.state(leadId)
}
