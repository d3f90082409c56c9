import type { Requester } from '@/lib/audit/audit-event'
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
