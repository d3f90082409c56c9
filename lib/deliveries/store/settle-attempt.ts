import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import type { AfterAttempt } from '@/lib/deliveries/after-attempt'
import type { AttemptResult } from '@/lib/deliveries/attempt-result'
import type { OpenAttempt, Settled } from '@/lib/deliveries/delivery-store'
import { ownWord } from '@/lib/deliveries/own-word'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { LeadStatus } from '@/lib/leads/lead'
import { idText } from '@/lib/leads/search/search-text'

type Sql = Pick<Database, 'pool'>
type SettledRow = {
  settled: Settled['kind']
  status: LeadStatus
  nextAttemptAt: Date | null
  lifts: boolean
}

/** Writes down what an attempt came to, in one statement: `settle_attempt` in the migrations. */
export async function settleAttempt(
  { pool }: Sql,
  { leadId, number }: OpenAttempt,
  result: AttemptResult,
  move: AfterAttempt,
): Promise<Settled> {
  const { vitecLeadId } = move
  const { rows } = await pool.query<SettledRow>({
    name: 'settle-attempt',
    text: `SELECT settled, status, next_attempt_at AS "nextAttemptAt", lifts
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
  const { settled: kind, ...state } = row
  return { kind, ...state }
}

/** Closes what nobody makes any more. Resolves to the number of attempts. */
export async function settleInterrupted({ pool }: Sql, olderThanMs: number): Promise<number> {
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
 * Resumes a customer at somebody's word, which is recorded; false, and nothing done, where it is not paused. Its leads
 * are due all the while and the pause stands in their way, so that however many they are, one row wakes them.
 */
export function resumeAsAsked(
  prisma: PrismaClient,
  paused: PausedCustomer,
  requester: Requester,
): Promise<boolean> {
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

/** Resumes a customer whose pause began before `olderThan`: an attempt begun since then was answered. */
export async function liftPause(
  prisma: PrismaClient,
  { olderThan, ...customer }: PausedCustomer & { olderThan: Date },
): Promise<void> {
  await prisma.customerPause.deleteMany({ where: { ...customer, since: { lt: olderThan } } })
}
