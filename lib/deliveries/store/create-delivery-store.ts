import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { isPaused, isUnderWay, nextAttemptAt, sendable } from '@/lib/db/conditions'
import { settleStatement } from '@/lib/db/embedded/embedded-session'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import type { AfterAttempt } from '@/lib/deliveries/after-attempt'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type {
  DeliveryStore,
  LeadState,
  OpenAttempt,
  OutboundLimits,
  Settled,
  SettledNews,
} from '@/lib/deliveries/delivery-store'
import { ownWord } from '@/lib/deliveries/own-word'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { LeadStatus } from '@/lib/leads/lead'
import { idText } from '@/lib/leads/search/search-text'
import { obstacle } from '@/lib/leads/store/lead-rows'
import { act } from './move-lead'
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

type Sql = Pick<Database, 'pool'>
type SettledRow = {
  settled: Settled['kind']
  status: LeadStatus
  nextAttemptAt: Date | null
  lifts: boolean
} & SettledNews

/** Writes down what an attempt came to, in one statement: `settle_attempt` in the migrations. */
async function settleAttempt(
  { pool }: Sql,
  { leadId, number }: OpenAttempt,
  result: AttemptResult,
  move: AfterAttempt,
): Promise<Settled> {
  const { vitecLeadId } = move
  const { rows } = await pool.query<SettledRow>({
    name: settleStatement,
    text: `SELECT settled, status, next_attempt_at AS "nextAttemptAt", lifts,
        since_received_ms::float8 AS "sinceReceivedMs", listed, pause_began AS "pauseBegan", breaker
      FROM settle_attempt($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    values: [
      leadId,
      number,
      result.outcome,
      move.status,
      result.httpStatus,
      result.answer === null ? null : storable(result.answer),
      'errorKind' in result ? result.errorKind : null,
      storable(move.word),
      vitecLeadId,
      vitecLeadId === null ? null : idText(vitecLeadId),
      move.retryInMs,
      move.pause !== null,
      move.holdsCustomerMs,
      move.saysNothingOfVitec,
    ],
  })
  const [row] = rows
  if (!row) throw new Error('a lead that was sent is gone')
  const { settled: kind, status, nextAttemptAt, lifts, ...news } = row
  if (kind === 'late') await putBack(pool, leadId)
  return { kind, status, nextAttemptAt, lifts, news }
}

/** A doubt that was set aside is none any more, and may be a refusal. Where that cannot be written it stays aside. */
async function putBack(pool: Sql['pool'], leadId: string): Promise<void> {
  const text = 'UPDATE lead SET set_aside_at = NULL WHERE id = $1 AND set_aside_at IS NOT NULL'
  await pool.query(text, [leadId]).catch(() => undefined)
}

/** Closes attempts that no instance makes any more. Resolves to the number of attempts. */
async function settleInterrupted({ pool }: Sql, olderThanMs: number): Promise<number> {
  const { rows } = await pool.query<{ count: number }>({
    name: 'settle-interrupted',
    text: 'SELECT settle_interrupted($1, $2) AS count',
    values: [olderThanMs, ownWord('interrupted')],
  })
  return rows[0]?.count ?? 0
}

/** PostgreSQL's text refuses NUL, and a neighbour may answer anything. */
const storable = (text: string) => text.replaceAll('\0', '\uFFFD')

type PausedCustomer = { environment: EnvironmentId; vitecCustomerId: string }

/**
 * Resumes a customer at a person's word, which is recorded; false, and nothing done, where it is not paused. Its leads
 * are due all the while and the pause stands in their way, so that however many they are, one row wakes them.
 */
function resumeAsAsked(prisma: PrismaClient, paused: PausedCustomer, requester: Requester): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.customerPause.deleteMany({ where: paused })
    if (count === 0) return false
    const { id } = await transaction.customer.findUniqueOrThrow({
      where: { vitecId: paused.vitecCustomerId },
      select: { id: true },
    })
    await recorded(transaction, requester, 'customer.resume', `customer:${id}`)
    return true
  })
}

/**
 * Resumes a customer whose pause began before `olderThan`: an attempt begun since then was answered. Resolves to whether there
 * was such a pause.
 */
async function liftPause(
  prisma: PrismaClient,
  { olderThan, ...customer }: PausedCustomer & { olderThan: Date },
): Promise<boolean> {
  const { count } = await prisma.customerPause.deleteMany({
    where: { ...customer, since: { lt: olderThan } },
  })
  return count > 0
}
