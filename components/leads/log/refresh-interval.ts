import type { LeadRow } from '@/lib/leads/lead-view'

const soon = 5_000
const later = 30_000
const mostPages = 3

/**
 * Milliseconds until the log looks for news: sooner while a lead waits. Never for somebody who has gone far
 * back, since every page in sight is read again; coming back to the window still does that.
 */
export function refreshInterval(pages: { leads: Pick<LeadRow, 'status'>[] }[]): number | false {
  if (pages.length > mostPages) return false
  return pages.some(({ leads }) => leads.some(({ status }) => status === 'pending')) ? soon : later
}
