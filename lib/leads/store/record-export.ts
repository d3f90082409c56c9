import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import type { LeadFilter } from '@/lib/leads/log-filter'
import { leadConditions } from './lead-filter'

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

/**
 * The leads that the log shows for a filter, as a condition on the table `lead`: those spelt as was typed, or those
 * that a loose search finds where there are none.
 */
export async function shownLeads(prisma: Prisma.TransactionClient, filter: LeadFilter): Promise<Prisma.Sql> {
  const { exact, loose } = await leadConditions(prisma, filter)
  if (!loose || (await isAny(prisma, exact))) return exact
  return loose
}

/** Whether there is a lead that meets a condition. */
export async function isAny(prisma: Prisma.TransactionClient, condition: Prisma.Sql): Promise<boolean> {
  const rows = await prisma.$queryRaw<unknown[]>`SELECT 1 AS found FROM lead WHERE ${condition} LIMIT 1`
  return rows.length > 0
}
