import type { LeadReader } from '../lead-reader'
import type { LeadFilter, LeadPage, LeadRow } from '../lead-view'

/** All leads of a filter, newest first, page by page as they are asked for. Those that come meanwhile are not among them. */
export async function* allLeads(list: LeadReader['list'], filter: LeadFilter): AsyncGenerator<LeadRow[]> {
  let cursor: string | null = null
  do {
    const page: LeadPage = await list({ ...filter, cursor })
    yield page.leads
    cursor = page.next
  } while (cursor !== null)
}
