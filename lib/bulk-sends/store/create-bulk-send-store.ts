import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import type { BulkSendStore } from '@/lib/bulk-sends/bulk-send-store'
import type { PrismaClient } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { BookBulkSend } from '../bulk-send-store'
import { beginBulkSend, countChoosable, sqlIn } from './begin-bulk-send'
import { readBulkSends, underWay } from './read-bulk-sends'
import { takeTurn } from './take-bulk-turn'

const mostRecent = 10

/** How steps are booked, and where this process sends. */
type Outbound = { book: BookBulkSend; environment: EnvironmentId }

/** {@link BulkSendStore} on PostgreSQL. */
export function createBulkSendStore(
  { prisma, pool }: Pick<Database, 'prisma' | 'pool'>,
  { book, environment }: Outbound,
): BulkSendStore {
  const bookRunning = async (where: { id?: string }, at: Date) => {
    const found = await prisma.bulkSend.findMany({
      where: { ...where, state: 'running' },
      select: { id: true },
    })
    for (const { id } of found) await book(sqlIn(prisma), id, at)
    return found.length
  }
  return {
    count: (chosen) => countChoosable({ pool }, environment, chosen),
    begin: (request, now, requester) => beginBulkSend(prisma, { book, environment }, request, now, requester),
    underWay: (id) => underWay(prisma, id),
    takeTurn: (id, now) => takeTurn(prisma, environment, id, now),
    async endIfThrough(id, now) {
      await prisma.$executeRaw`
        UPDATE bulk_send SET state = 'ended', ended_at = ${now}
        WHERE id = ${id}::uuid AND state = 'running'
          AND NOT EXISTS (SELECT FROM bulk_send_item i WHERE i.bulk_send_id = bulk_send.id AND i.state = 'open')`
    },
    async bookNext(id, at) {
      await bookRunning({ id }, at)
    },
    bookAll: (at) => bookRunning({}, at),
    cancel: (id, now, requester) => cancel(prisma, id, now, requester),
    async read(id) {
      const [found] = await readBulkSends(prisma, { id }, 1)
      return found ?? null
    },
    recent: (since) =>
      readBulkSends(prisma, { OR: [{ state: 'running' }, { endedAt: { gt: since } }] }, mostRecent),
  }
}

/**
 * Ends a running bulk by a person's word; whether it was running. What is being taken at this moment stays taken:
 * its row is locked, and is not open any more when the lock is released.
 */
function cancel(prisma: PrismaClient, id: string, now: Date, requester: Requester): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.bulkSend.updateMany({
      where: { id, state: 'running' },
      data: { state: 'cancelled', endedAt: now },
    })
    if (count === 0) return false
    await transaction.bulkSendItem.updateMany({
      where: { bulkSendId: id, state: 'open' },
      data: { state: 'left', settledAt: now },
    })
    await recorded(transaction, requester, 'bulk-send.cancel', `bulk-send:${id}`)
    return true
  })
}
