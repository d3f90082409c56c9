import type { BulkSendStore } from '@/lib/delivery/bulk-send/bulk-send-store'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { PrismaClient } from '../generated/client'
import { begin, countChoosable } from './begin'
import { type BookBulkSend, sqlIn } from './book-bulk-send'
import { cancel } from './cancel'
import { readBulkSends } from './read-bulk-sends'
import { takeTurn } from './take-turn'
import { underWay } from './under-way'

const mostRecent = 10

/** How steps are booked, and where this process sends. */
type Outbound = { book: BookBulkSend; environment: EnvironmentId }

/** {@link BulkSendStore} on PostgreSQL. */
export function createBulkSendStore(prisma: PrismaClient, { book, environment }: Outbound): BulkSendStore {
  const bookRunning = async (where: { id?: string }, at: Date) => {
    const found = await prisma.bulkSend.findMany({
      where: { ...where, state: 'running' },
      select: { id: true },
    })
    for (const { id } of found) await book(sqlIn(prisma), id, at)
  }
  return {
    count: (chosen) => countChoosable(prisma, environment, chosen),
    begin: (request, now, requester) => begin(prisma, { book, environment }, request, now, requester),
    underWay: (id) => underWay(prisma, id),
    takeTurn: (id, now) => takeTurn(prisma, environment, id, now),
    async endIfThrough(id, now) {
      await prisma.$executeRaw`
        UPDATE bulk_send SET state = 'ended', ended_at = ${now}
        WHERE id = ${id}::uuid AND state = 'running'
          AND NOT EXISTS (SELECT FROM bulk_send_item i WHERE i.bulk_send_id = bulk_send.id AND i.state = 'open')`
    },
    bookNext: (id, at) => bookRunning({ id }, at),
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
