import type { Lead, LeadChannel } from './lead'
import { leadMessage } from './lead-message'
import { stockholmDate } from './stockholm-date'

/** A lead as it is stored: its message and date are fixed from here on. */
export type NewLead = {
  lead: Lead & { valuationDate: string }
  message: string
  /** The request as received. */
  body: Uint8Array
  warnings: string[]
  channel: LeadChannel
  /** The user or key that sent it; `null` in the open sandbox. */
  actor: string | null
  receivedAt: Date
}

/** Stores a lead and books its first attempt in one transaction; resolves to its id when both are durable. */
export type AddLead = (lead: NewLead) => Promise<string>

/**
 * Takes a lead in: dates it, writes its message, stores it. Nothing is sent to Vitec before this has resolved.
 *
 * The date is the one given, else today in Europe/Stockholm.
 */
export async function receiveLead(
  ports: { add: AddLead; now: () => Date },
  received: Omit<NewLead, 'message' | 'receivedAt' | 'lead'> & { lead: Lead },
): Promise<{ id: string; message: string }> {
  const receivedAt = ports.now()
  const { lead, message } = datedLead(received.lead, receivedAt)
  return { id: await ports.add({ ...received, lead, message, receivedAt }), message }
}

/** The lead with its date fixed, and the message that says so; `now` decides the date where none was given. */
export function datedLead(
  lead: Lead,
  now: Date,
): { lead: Lead & { valuationDate: string }; message: string } {
  const valuationDate = lead.valuationDate ?? stockholmDate(now)
  return { lead: { ...lead, valuationDate }, message: leadMessage(lead, valuationDate) }
}
