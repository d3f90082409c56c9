import type { Requester } from '@/lib/audit/audit-event'
import type { Services } from '@/lib/composition/services'
import type { LeadState } from '@/lib/deliveries/delivery-store'
import type { IdempotentRequest } from '@/lib/idempotency/idempotency-store'
import { leadWarnings } from '@/lib/leads/find-lead-warnings'
import type { Lead, LeadChannel } from '@/lib/leads/lead'
import type { LeadWarning } from '@/lib/leads/lead-warning'

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
  const more = { channel, idempotency, actor, requester }
  const stored = await services.receive({ lead, body: bytes, warnings: leadWarnings(value, lead), ...more })
  if (stored === null) return null
  onStored()
  const { id, warnings } = stored
  return { state: await services.delivery.attemptNow(id, { wait }), warnings }
}
