import type { Requester } from '@/lib/audit/audit-event'
import type { ErrorKind } from '../attempt-result'
import type { Doubt } from './doubt'

/** What looking a lead up needs of the database. */
export type LookUpStore = {
  /** `null` when there is no such lead. */
  doubt(leadId: string): Promise<Doubt | null>
  /** Records that Vitec is asked for the lead. */
  recordAsked(leadId: string, requester: Requester): Promise<void>
  /** Those of the ids that leads of the same customer have already, other than this one. */
  takenVitecIds(leadId: string, vitecCustomerId: string, vitecLeadIds: string[]): Promise<string[]>
  /**
   * Settles the lead as delivered, if it still is in doubt, not attempted since, and no other lead has the id: of two
   * clicks one counts.
   */
  settleFound(found: { leadId: string; attemptCount: number; vitecLeadId: string }): Promise<boolean>
}

/** A lead as Vitec's report lists it. What the report does not tell is `null` or empty. */
export type IncomingLead = {
  vitecLeadId: string | null
  leadSource: { id: string | null; name: string | null }
  /** All that its time may mean: two in the hour that the end of summer time repeats. */
  times: Date[]
  message: string | null
  name: string | null
  emails: string[]
  phones: string[]
}

/** Vitec's report, or why there is none; `word` is Vitec's own or ours, in English. */
export type IncomingLeadList =
  | { ok: true; leads: IncomingLead[] }
  | { ok: false; errorKind: ErrorKind; word: string }
