import type { Requester } from '@/lib/audit/audit-event'
import type { LeadFilter, LeadListQuery, LeadPage, LeadRecord } from './lead-view'

/** What is asked of the stored leads. An id that no lead has, or that is no id at all, gives `null`. */
export type LeadReader = {
  /** A page of the log, newest first. */
  list(query: LeadListQuery): Promise<LeadPage>
  /** A search that finds something, where one has found nothing; `null` where there is none that is nearly it. */
  suggest(filter: LeadFilter): Promise<string | null>
  /** Records that leads of a filter are handed out as a file with this id, and how many. */
  recordExport(filter: LeadFilter, id: string, requester: Requester): Promise<void>
  /** `sentBy`: only a lead that this actor handed in. */
  record(id: string, sentBy?: string): Promise<LeadRecord | null>
}
