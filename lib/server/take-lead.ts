import type { Requester } from '@/lib/audit/audit-event'
import type { LeadState } from '@/lib/delivery/delivery-store'
import type { IdempotentRequest } from '@/lib/idempotency/idempotency-store'
import type { Lead, LeadChannel } from '@/lib/lead/lead'
import type { LeadWarning } from '@/lib/lead/lead-warning'
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
  /** Who entered it, where the audit log is told. */
  requester: Requester | null
}

/**
 * Stores a lead, then makes its first attempt; answers how it stands, and what the caller should know. `onStored` is
 * called in between, when nothing that happens can lose the lead any more. Resolves to
 * `null` where another request has its key: then nothing is stored.
 */
export async function takeLead(
  services: Services,
  { lead, bytes, value, channel, idempotency, actor, requester }: ReceivedLead,
  { wait, onStored }: { wait: boolean; onStored: () => void },
): Promise<{ state: LeadState; warnings: LeadWarning[] } | null> {
  const warnings = [...leadWarnings(value, lead), ...(await listWarnings(services, lead))]
  const id = await services.receive({ lead, body: bytes, warnings, channel, idempotency, actor, requester })
  if (id === null) return null
  onStored()
  return { state: await services.delivery.attemptNow(id, { wait }), warnings }
}

async function listWarnings(
  { customers }: Services,
  { vitecCustomerId, vitecSourceId }: Lead,
): Promise<LeadWarning[]> {
  const known = await customers.knows(vitecCustomerId, vitecSourceId)
  const unlisted = (code: LeadWarning['code'], field: string, list: string): LeadWarning[] => [
    { code, field, message: `${field} is not ${list}; Vitec decides.` },
  ]
  if (!known.customer)
    return unlisted('unlisted_customer', 'customer.customer_id', 'in our list of customers')
  return known.leadSource
    ? []
    : unlisted('unlisted_lead_source', 'customer.lead_id', 'among the lead sources we know of this customer')
}
