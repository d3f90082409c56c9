import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { isTest } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
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
    // An index has most filters, and counts by itself; none has where a lead was born. So those of test keys are taken off.
    const tests = filter.tests ?? 'with'
    const shown = await shownLeads(transaction, filter, { ...filter, tests })
    const isApart = filter.tests === null ? isTest : Prisma.sql`FALSE`
    const [found] = await transaction.$queryRaw<{ leads: number }[]>`
      SELECT (SELECT count(*) FROM lead WHERE ${shown})::int
        - (SELECT count(*) FROM lead WHERE ${isApart} AND ${shown})::int AS leads`
    const more = { leads: found?.leads ?? 0 }
    await recorded(transaction, requester, 'lead.export', `lead-export:${id}`, more)
  })
}

/**
 * The leads that the log shows for a filter, as a condition on the table `lead`: those spelt as was typed, or those
 * that a loose search finds where there are none. @param asked another filter that is to find them as that one does
 */
export async function shownLeads(
  prisma: Prisma.TransactionClient,
  filter: LeadFilter,
  asked: LeadFilter = filter,
): Promise<Prisma.Sql> {
  const { exact, loose } = await leadConditions(prisma, filter)
  const isExact = !loose || (await isAny(prisma, exact))
  if (asked === filter) return isExact ? exact : loose
  const conditions = await leadConditions(prisma, asked)
  return isExact ? conditions.exact : (conditions.loose ?? conditions.exact)
}

/** Whether there is a lead that meets a condition. */
export async function isAny(prisma: Prisma.TransactionClient, condition: Prisma.Sql): Promise<boolean> {
  const rows = await prisma.$queryRaw<unknown[]>`SELECT 1 AS found FROM lead WHERE ${condition} LIMIT 1`
  return rows.length > 0
}
