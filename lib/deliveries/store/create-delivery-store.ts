import { isPaused, isUnderWay, nextAttemptAt, sendable } from '@/lib/db/conditions'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import type { DeliveryStore, LeadState, OutboundLimits } from '@/lib/deliveries/delivery-store'
import type { EnvironmentId } from '@/lib/environments/environment'
import { obstacle } from '@/lib/leads/store/list-leads'
import { act } from './move-lead'
import { liftPause, resumeAsAsked, settleAttempt, settleInterrupted } from './settle-attempt'
import { claimLead, readLead, takePlace, takeTurns } from './take-turns'

/** {@link DeliveryStore} on PostgreSQL; `environment` is where attempts are made. */
export function createDeliveryStore(
  database: Pick<Database, 'pool' | 'prisma'>,
  limits: OutboundLimits,
  environment: EnvironmentId,
): DeliveryStore {
  const { prisma, pool } = database
  return {
    read: (leadId) => readLead(database, leadId),
    state: (leadId) => leadState(prisma, environment, leadId),
    isOnItsWay: (leadId) => isOnItsWay(prisma, { environment, magicPrefix: limits.magicPrefix }, leadId),
    takePlace: (onlyLead = null) => takePlace(database, { environment, limits }, onlyLead),
    takeTurns: (count) => takeTurns(database, { environment, limits }, { count }),
    claim: (place, request) => claimLead(database, place, request),
    settle: (attempt, result, move) => settleAttempt(database, attempt, result, move),
    liftPause: (vitecCustomerId, olderThan) => liftPause(prisma, { environment, vitecCustomerId, olderThan }),
    act: (leadId, action, requester, seen) => act(prisma, environment, leadId, { action, seen }, requester),
    settleInterrupted: (all = false) => settleInterrupted(database, all ? 0 : limits.slotMs),
    async heldUntil() {
      const { rows } = await pool.query<{ until: Date }>(
        `SELECT until FROM vitec_held_until($1, $2) until WHERE until > delivery_clock()`,
        [environment, limits.magicPrefix],
      )
      return rows[0]?.until ?? null
    },
    resume: (vitecCustomerId, requester) =>
      resumeAsAsked(prisma, { environment, vitecCustomerId }, requester),
  }
}

/** How a lead stands. */
async function leadState(
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
async function isOnItsWay(
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
