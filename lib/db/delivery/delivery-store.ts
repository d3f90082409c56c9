import type { DeliveryStore } from '@/lib/delivery/delivery-store'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { Database } from '../open-database'
import { act } from './act'
import { isOnItsWay, leadState } from './lead-state'
import { readLead } from './lead-to-send'
import { liftPause, resumeAsAsked } from './resume-customer'
import { settleAttempt, settleInterrupted } from './settle'
import { claimLead, takePlace, takeTurns } from './turns'

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
