import { type BulkSendRequest, type ChosenLeads, mostLeads } from '@/lib/delivery/bulk-send/bulk-send'
import type { Beginning } from '@/lib/delivery/bulk-send/bulk-send-store'
import { sqlIn } from '../delivery/book-delivery'
import { Prisma, type PrismaClient } from '../generated/client'
import { leadFilter } from '../lead/lead-filter'
import type { BookBulkSend } from './book-bulk-send'

/** Any number, as long as nobody else uses it: who holds it chooses leads. */
const choosingLock = 4_810_358

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
export async function begin(
  prisma: PrismaClient,
  book: BookBulkSend,
  { id, expected, ...chosen }: BulkSendRequest,
  now: Date,
): Promise<Beginning> {
  const beginning = prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${choosingLock})`
    const { count } = await transaction.bulkSend.createMany({
      data: { id, leadStatus: chosen.status, total: expected, createdAt: now },
      skipDuplicates: true,
    })
    if (count === 0) return { kind: 'begun' as const }
    const total = await transaction.$executeRaw`
      INSERT INTO bulk_send_item (bulk_send_id, lead_id, attempt_count)
      SELECT ${id}::uuid, lead.id, lead.attempt_count FROM lead WHERE ${choosable(chosen)} LIMIT ${mostLeads + 1}`
    if (total !== expected || total > mostLeads) throw new SetChanged(total)
    await book(sqlIn(transaction), id, now)
    return { kind: 'begun' as const }
  })
  return beginning.catch((error: unknown) => {
    if (error instanceof SetChanged) return { kind: 'changed', total: error.total }
    throw error
  })
}

/** The number of leads that {@link begin} would choose now. */
export async function countChoosable(prisma: PrismaClient, chosen: ChosenLeads): Promise<number> {
  const [found] = await prisma.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM lead WHERE ${choosable(chosen)}`
  return found?.total ?? 0
}

function choosable(chosen: ChosenLeads): Prisma.Sql {
  return Prisma.sql`${leadFilter(chosen)} AND lead.anonymised_at IS NULL
    AND NOT EXISTS (SELECT FROM bulk_send_item i WHERE i.lead_id = lead.id AND i.state = 'open')`
}
