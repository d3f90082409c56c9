import type { BulkSendView } from '@/lib/delivery/bulk-send/bulk-send'
import { bulkSendViewSchema } from '@/lib/delivery/bulk-send/bulk-send'
import { leadStatuses } from '@/lib/lead/lead'
import type { Prisma, PrismaClient } from '../generated/client'

const columns = {
  id: true,
  leadStatus: true,
  state: true,
  total: true,
  createdAt: true,
  endedAt: true,
} as const satisfies Prisma.BulkSendSelect

type Count = { bulkSendId: string; state: 'taken' | 'skipped'; leadStatus: string; count: number }

/** Bulks and how their leads stand, newest first; at most `limit`. */
export async function readBulkSends(
  prisma: PrismaClient,
  where: Prisma.BulkSendWhereInput,
  limit: number,
): Promise<BulkSendView[]> {
  const found = await prisma.bulkSend.findMany({
    where,
    select: columns,
    orderBy: { createdAt: 'desc' },
    take: limit,
  })
  if (found.length === 0) return []
  const counts = await prisma.$queryRaw<Count[]>`
    SELECT i.bulk_send_id::text AS "bulkSendId", i.state::text AS state, lead.status::text AS "leadStatus",
      count(*)::int AS count
    FROM bulk_send_item i JOIN lead ON lead.id = i.lead_id
    WHERE i.bulk_send_id = ANY(${found.map(({ id }) => id)}::uuid[]) AND i.state IN ('taken', 'skipped')
    GROUP BY 1, 2, 3`
  return found.map((bulk) => {
    const own = counts.filter(({ bulkSendId }) => bulkSendId === bulk.id)
    const taken = own.filter(({ state }) => state === 'taken')
    const now = leadStatuses.map((status) => [
      status,
      sum(taken.filter(({ leadStatus }) => leadStatus === status)),
    ])
    return bulkSendViewSchema.parse({
      ...bulk,
      taken: sum(taken),
      skipped: sum(own) - sum(taken),
      now: Object.fromEntries(now),
      createdAt: bulk.createdAt.toISOString(),
      endedAt: bulk.endedAt?.toISOString() ?? null,
    })
  })
}

const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)
