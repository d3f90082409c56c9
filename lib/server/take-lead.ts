import type { LeadState } from '@/lib/delivery/delivery-store'
import type { IdempotentRequest } from '@/lib/idempotency/idempotency-store'
import type { Lead, LeadChannel } from '@/lib/lead/lead'
import { leadWarnings } from '@/lib/lead/lead-warnings'
import type { Services } from './services'

/** A lead as it came in, checked, with its bytes and value as received. */
export type ReceivedLead = {
  lead: Lead
  bytes: Uint8Array
  value: unknown
  channel: LeadChannel
  idempotency: IdempotentRequest | null
  /** Who handed it in, as `actorOf` names them. */
  actor: string
}

/**
 * Stores a lead, then makes its first attempt; answers how it stands, and what the caller should know. Resolves to
 * `null` where another request has its key: then nothing is stored.
 */
export async function takeLead(
  services: Services,
  { lead, bytes, value, channel, idempotency, actor }: ReceivedLead,
  { wait }: { wait: boolean },
): Promise<{ state: LeadState; warnings: string[] } | null> {
  const warnings = [...leadWarnings(value, lead), ...(await listWarnings(services, lead))]
  const id = await services.receive({ lead, body: bytes, warnings, channel, idempotency, actor })
  if (id === null) return null
  return { state: await services.delivery.attemptNow(id, { wait }), warnings }
}

async function listWarnings(
  { customers }: Services,
  { vitecCustomerId, vitecSourceId }: Lead,
): Promise<string[]> {
  const known = await customers.knows(vitecCustomerId, vitecSourceId)
  if (!known.customer) return ['customer.customer_id is not in our list of customers; Vitec decides.']
  return known.leadSource
    ? []
    : ['customer.lead_id is not among the lead sources we know of this customer; Vitec decides.']
}
