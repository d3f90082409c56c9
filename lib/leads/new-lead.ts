import type { Requester } from '@/lib/audit/audit-event'
import type { IdempotentRequest } from '@/lib/idempotency/idempotency-store'
import { stockholmDate } from '@/lib/time/stockholm-time'
import type { Lead, LeadChannel } from './lead'
import { leadMessage } from './lead-message'
import type { LeadWarning } from './lead-warning'

/** A lead as it is stored: its message and date are fixed from here on. */
export type NewLead = {
  lead: Lead & { valuationDate: string }
  message: string
  /** The request as received. */
  body: Uint8Array
  warnings: LeadWarning[]
  channel: LeadChannel
  /** The user or key that sent it; `null` in the open sandbox. */
  actor: string | null
  /** When, where that is not now. */
  receivedAt?: Date
  /** Who entered it, for the audit log; `null` where a system sent it, as its lead says. */
  requester: Requester | null
  /** The key it came with; `null` without one. */
  idempotency: IdempotentRequest | null
}

/** A lead that is stored, with all that its caller should know: what our lists do not know of it too. */
export type StoredLead = { id: string; warnings: LeadWarning[] }

/**
 * Stores a lead, due at once, and claims its idempotency key in one statement; resolves when all of it is durable, to
 * `null` where another request has the key: then nothing is stored.
 */
export type AddLead = (lead: NewLead) => Promise<StoredLead | null>

/** The lead with its date fixed, and the message that says so; `now` decides the date where none was given. */
export function datedLead(
  lead: Lead,
  now: Date,
): { lead: Lead & { valuationDate: string }; message: string } {
  const valuationDate = lead.valuationDate ?? stockholmDate(now)
  return { lead: { ...lead, valuationDate }, message: leadMessage(lead, valuationDate) }
}
