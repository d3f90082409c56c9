import type { Move } from '@/lib/delivery/after-attempt'
import type { AttemptResult } from '@/lib/delivery/attempt-result'
import type { OpenAttempt, Settled } from '@/lib/delivery/delivery-store'
import { ownWord } from '@/lib/delivery/own-word'
import type { LeadStatus } from '@/lib/lead/lead'
import { idText } from '@/lib/lead/search/search-text'
import type { Database } from '../open-database'

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
  move: Move,
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
