import type { LeadListQuery, LeadPage, LeadRecord } from './lead-view'

/** What is asked of the stored leads. An id that no lead has, or that is no id at all, gives `null`. */
export type LeadReader = {
  /** A page of the log, newest first. */
  list(query: LeadListQuery): Promise<LeadPage>
  /** `sentBy`: only a lead that this actor handed in. */
  record(id: string, sentBy?: string): Promise<LeadRecord | null>
}
