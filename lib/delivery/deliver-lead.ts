import type { Lead } from '@/lib/lead/lead'
import { afterAttempt } from './after-attempt'
import type { Prepared, PreparedRequest } from './attempt-result'
import type { AttemptReason, DeliveryStore, LeadState, OpenAttempt } from './delivery-store'
import { recordResult } from './record-result'

export type DeliverLeadPorts = {
  store: DeliveryStore
  vitec: {
    prepare(lead: Lead, message: string): Promise<Prepared>
  }
  now: () => Date
  random: () => number
  /** Resolves after so many ms. */
  wait: (ms: number) => Promise<unknown>
}

/** `isWanted` is asked each time the outbound limits make an attempt wait: as soon as it says no, none is made. */
export type AttemptTerms = { reason: AttemptReason; isWanted: () => boolean }

/**
 * Makes one attempt to deliver a lead, if one is due and nobody else is making it; answers how the lead stands then.
 *
 * The attempt's row is written before the call and closed after it: a crash in between leaves an open row,
 * which is found later and shown as an unknown outcome.
 */
export async function deliverLead(
  ports: DeliverLeadPorts,
  leadId: string,
  terms: AttemptTerms,
): Promise<LeadState | null> {
  const { store, vitec, now, random } = ports
  const found = await store.read(leadId)
  if (!found) return null
  const request = await vitec.prepare(found.lead, found.message)
  const attempt = await openWhenThereIsRoom(ports, leadId, request, terms)
  if (attempt) {
    const result = await request.send()
    const ended = now()
    const move = afterAttempt(result, { attemptsMade: attempt.scheduleStep, now: ended, random })
    await recordResult(() => store.closeAttempt(attempt, result, move, ended), ports.wait)
  }
  return store.state(leadId)
}

async function openWhenThereIsRoom(
  { store, now, random, wait }: DeliverLeadPorts,
  leadId: string,
  request: PreparedRequest,
  { reason, isWanted }: AttemptTerms,
): Promise<OpenAttempt | null> {
  while (isWanted()) {
    const opening = await store.openAttempt(leadId, request, { now: now(), random: random(), reason })
    if (opening.kind === 'opened') return opening.attempt
    if (opening.kind !== 'full') return null
    await wait(opening.waitMs)
  }
  return null
}
