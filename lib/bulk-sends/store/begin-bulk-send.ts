import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { type BulkSendRequest, type ChosenLeads, mostLeads } from '@/lib/bulk-sends/bulk-send'
import type { Beginning, BookBulkSend, RunSql } from '@/lib/bulk-sends/bulk-send-store'
import { hasPerson, isBornIn, isNotReplaced } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import type { EnvironmentId } from '@/lib/environments/environment'
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

/** The number of leads that {@link beginBulkSend} would choose now; one more than it may where there are more. */
export async function countChoosable(
  prisma: PrismaClient,
  environment: EnvironmentId,
  chosen: ChosenLeads,
): Promise<number> {
  const [found] = await prisma.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM (
      SELECT FROM lead WHERE ${await choosable(prisma, environment, chosen)} LIMIT ${mostLeads + 1}) chosen`
  return found?.total ?? 0
}

async function choosable(
  prisma: Prisma.TransactionClient,
  environment: EnvironmentId,
  chosen: ChosenLeads,
): Promise<Prisma.Sql> {
  return Prisma.sql`${await shownLeads(prisma, { ...chosen, status: [chosen.status] })} AND ${isBornIn(environment)} AND ${hasPerson}
    AND ${isNotReplaced}
    AND NOT EXISTS (SELECT FROM bulk_send_item i WHERE i.lead_id = lead.id AND i.state = 'open')`
}

/** {@link RunSql} over a Prisma transaction. */
export function sqlIn(transaction: Prisma.TransactionClient): RunSql {
  return (text, values) => transaction.$queryRawUnsafe(text, ...values)
}
