import type { LeadState } from '@/lib/delivery/delivery-store'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { PrismaClient } from '../generated/client'
import { obstacle } from '../lead/obstacle'
import { isUnderWay } from '../privacy/under-way'
import { nextAttemptAt } from './next-attempt'
import { isPaused, sendable } from './sendable'

/** How a lead stands. */
export async function leadState(
  prisma: PrismaClient,
  environment: EnvironmentId,
  leadId: string,
): Promise<LeadState | null> {
  const [found] = await prisma.$queryRaw<LeadState[]>`
    SELECT id::text, status::text, last_word AS word, vitec_lead_id AS "vitecLeadId",
      ${nextAttemptAt} AS "nextAttemptAt",
      CASE WHEN status = 'pending' THEN ${obstacle(environment)} END AS obstacle
    FROM lead WHERE id = ${leadId}::uuid`
  return found ?? null
}

/** Whether an attempt of a lead is under way, or as good as begun. */
export async function isOnItsWay(
  prisma: PrismaClient,
  { environment, magicPrefix }: { environment: EnvironmentId; magicPrefix: string | null },
  leadId: string,
): Promise<boolean> {
  const found = await prisma.$queryRaw<unknown[]>`
    SELECT id::text FROM lead
    WHERE id = ${leadId}::uuid AND status = 'pending' AND (${isUnderWay} OR ${sendable(environment)}
      AND NOT ${isPaused} AND ${nextAttemptAt} <= delivery_clock()
      AND (vitec_held_until(${environment}, ${magicPrefix}::text) > delivery_clock()) IS NOT TRUE)`
  return found.length > 0
}
