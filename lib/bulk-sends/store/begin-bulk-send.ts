import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { type BulkSendRequest, type ChosenLeads, mostLeads } from '@/lib/bulk-sends/bulk-send'
import type { Beginning, BookBulkSend, RunSql } from '@/lib/bulk-sends/bulk-send-store'
import { hasPerson, isBornIn, isNoTest, isNotReplaced } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import type { Database } from '@/lib/db/open-database'
import type { EnvironmentId } from '@/lib/environments/environment'
import { searchTerms } from '@/lib/leads/search/search-terms'
import { likelyShare, readPageContext } from '@/lib/leads/store/filter-context'
import { conditionsOf } from '@/lib/leads/store/lead-filter'
import { shownLeads } from '@/lib/leads/store/record-export'

/** Rolls the transaction back: the set is not the one that was shown. */
class SetChanged extends Error {
  constructor(readonly total: number) {
    super('the set has changed')
  }
}

/**
 * Chooses a bulk's leads in one statement, by the same conditions as the log. One chooses at a time, so that of two
 * who press at once the second is told that the leads are taken; the unique index on open items backs it.
 */
export async function beginBulkSend(
  prisma: PrismaClient,
  { book, environment }: { book: BookBulkSend; environment: EnvironmentId },
  { id, expected, ...chosen }: BulkSendRequest,
  now: Date,
  requester: Requester,
): Promise<Beginning> {
  const beginning = prisma.$transaction(async (transaction) => {
    await takeLock(transaction, 'bulkSends')
    const { count } = await transaction.bulkSend.createMany({
      data: { id, leadStatus: chosen.status, total: expected, createdAt: now },
      skipDuplicates: true,
    })
    if (count === 0)
      return { kind: (await isSame(transaction, { id, expected, chosen })) ? 'begun' : 'other' } as const
    const which = await choosable(transaction, environment, chosen)
    const total = await transaction.$executeRaw`
      INSERT INTO bulk_send_item (bulk_send_id, lead_id, attempt_count)
      SELECT ${id}::uuid, lead.id, lead.attempt_count FROM lead WHERE ${which} LIMIT ${mostLeads + 1}`
    if (total !== expected || total > mostLeads) throw new SetChanged(total)
    await book(sqlIn(transaction), id, now)
    await recorded(transaction, requester, 'bulk-send.begin', `bulk-send:${id}`)
    return { kind: 'begun' as const }
  })
  return beginning.catch((error: unknown) => {
    if (error instanceof SetChanged) return { kind: 'changed', total: error.total }
    throw error
  })
}

/** Whether the bulk with that id is the one that is asked for, as far as it is kept: the words of a search are not. */
async function isSame(
  transaction: Prisma.TransactionClient,
  { id, expected, chosen }: { id: string; expected: number; chosen: ChosenLeads },
): Promise<boolean> {
  const where = { id, leadStatus: chosen.status, total: expected }
  return (await transaction.bulkSend.count({ where })) > 0
}

/** A word of which there are more is found faster together with what else is asked. */
const commonFrom = 3_000

/** The number of leads that {@link beginBulkSend} would choose now; one more than it may where there are more. */
export async function countChoosable(
  { pool }: Pick<Database, 'pool'>,
  environment: EnvironmentId,
  chosen: ChosenLeads,
): Promise<number> {
  const filter = { ...chosen, status: [chosen.status] }
  const context = await readPageContext({ pool }, filter, searchTerms(filter.search, 'exact'))
  const { common } = context
  const areCommon = common !== null && likelyShare(common) * common.leads > commonFrom
  const { exact, loose } = conditionsOf(filter, context, areCommon)
  const count = async (which: Prisma.Sql) => {
    const { text, values } = Prisma.sql`
      SELECT count(*)::int AS total FROM (
        SELECT FROM lead WHERE ${which} AND ${mayBeChosen(environment)} LIMIT ${mostLeads + 1}) chosen`
    const { rows } = await pool.query<{ total: number }>(text, values)
    return rows[0]?.total ?? 0
  }
  const total = await count(exact)
  if (total > 0 || !loose) return total
  // None of them may be chosen, or there are none: then the log shows those that a loose search finds.
  const { text, values } = Prisma.sql`SELECT 1 AS found FROM lead WHERE ${exact} LIMIT 1`
  const shown = await pool.query(text, values)
  return shown.rows.length > 0 ? 0 : count(loose)
}

async function choosable(
  prisma: Prisma.TransactionClient,
  environment: EnvironmentId,
  chosen: ChosenLeads,
): Promise<Prisma.Sql> {
  return Prisma.sql`${await shownLeads(prisma, { ...chosen, status: [chosen.status] })} AND ${mayBeChosen(environment)}`
}

/** That a lead of the table `lead` may be in a bulk, whatever is asked for: of test keys none, because a bulk is for real ones. */
const mayBeChosen = (environment: EnvironmentId) => Prisma.sql`${isBornIn(environment)} AND ${isNoTest}
    AND ${hasPerson} AND ${isNotReplaced}
    AND NOT EXISTS (SELECT FROM bulk_send_item i WHERE i.lead_id = lead.id AND i.state = 'open')`

/** {@link RunSql} over a Prisma transaction. */
export function sqlIn(transaction: Prisma.TransactionClient): RunSql {
  return (text, values) => transaction.$queryRawUnsafe(text, ...values)
}
