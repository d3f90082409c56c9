import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import type { LeadFilter } from '@/lib/lead/lead-view'
import type { PrismaClient } from '../generated/client'
import { shownLeads } from './shown-leads'

/** Records that leads of a filter are handed out as a file, and how many; `id` is the file's. What was searched for is not kept. */
export function recordExport(
  prisma: PrismaClient,
  filter: LeadFilter,
  id: string,
  requester: Requester,
): Promise<void> {
  return prisma.$transaction(async (transaction) => {
    const [found] = await transaction.$queryRaw<{ leads: number }[]>`
      SELECT count(*)::int AS leads FROM lead WHERE ${await shownLeads(transaction, filter)}`
    const more = { leads: found?.leads ?? 0 }
    await recorded(transaction, requester, 'lead.export', `lead-export:${id}`, more)
  })
}
