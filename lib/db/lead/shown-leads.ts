import type { LeadFilter } from '@/lib/lead/lead-view'
import type { Prisma } from '../generated/client'
import { leadConditions } from './lead-filter'

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
