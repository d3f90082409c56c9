import { type BulkSendView, bulkSendViewSchema } from '@/lib/bulk-sends/bulk-send'
import { isPaused } from '@/lib/db/conditions'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { leadStatuses } from '@/lib/leads/lead'

const columns = {
  id: true,
  leadStatus: true,
  state: true,
  total: true,
  createdAt: true,
  endedAt: true,
} as const satisfies Prisma.BulkSendSelect

type Count = { bulkSendId: string; state: 'taken' | 'skipped'; leadStatus: string; count: number }

/** Bulks and how their leads stand, those that run first, then the latest; at most `limit`. */
export async function readBulkSends(
  prisma: PrismaClient,
  where: Prisma.BulkSendWhereInput,
  limit: number,
): Promise<BulkSendView[]> {
  const found = await prisma.bulkSend.findMany({
    where,
    select: columns,
    orderBy: [{ endedAt: { sort: 'desc', nulls: 'first' } }, { createdAt: 'desc' }],
    take: limit,
  })
  if (found.length === 0) return []
  const counts = await prisma.$queryRaw<Count[]>`
    SELECT i.bulk_send_id::text AS "bulkSendId", i.state::text AS state, lead.status::text AS "leadStatus",
      count(*)::int AS count
    FROM bulk_send_item i JOIN lead ON lead.id = i.lead_id
    WHERE i.bulk_send_id = ANY(${found.map(({ id }) => id)}::uuid[]) AND i.state IN ('taken', 'skipped')
    GROUP BY 1, 2, 3`
  const unended = found.filter(({ state }) => state !== 'ended')
  const waiting = new Map<string, number>()
  for (const { id } of unended) waiting.set(id, await underWay(prisma, id))
  return found.map((bulk) => {
    const own = counts.filter(({ bulkSendId }) => bulkSendId === bulk.id)
    const taken = own.filter(({ state }) => state === 'taken')
    const ofStatus = (status: string) => sum(taken.filter(({ leadStatus }) => leadStatus === status))
    return bulkSendViewSchema.parse({
      ...bulk,
      taken: sum(taken),
      underWay: waiting.get(bulk.id) ?? 0,
      skipped: sum(own) - sum(taken),
      now: Object.fromEntries(leadStatuses.map((status) => [status, ofStatus(status)])),
      createdAt: bulk.createdAt.toISOString(),
      endedAt: bulk.endedAt?.toISOString() ?? null,
    })
  })
}

const sum = (counts: { count: number }[]) => counts.reduce((total, { count }) => total + count, 0)

/**
 * Leads of a bulk that were taken and whose attempt has not ended: open, or not begun since (the schedule started
 * over). Those that Vitec is spared count too; those of paused customers do not, or one pause would hold up the rest.
 */
export async function underWay(prisma: PrismaClient, bulkSendId: string): Promise<number> {
  const [found] = await prisma.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM bulk_send_item i
    WHERE i.bulk_send_id = ${bulkSendId}::uuid AND i.state = 'taken' AND i.lead_id IN (
      SELECT a.lead_id FROM delivery_attempt a WHERE a.ended_at IS NULL
      UNION ALL
      SELECT lead.id FROM lead
      WHERE lead.status = 'pending' AND lead.next_attempt_at IS NOT NULL AND lead.schedule_step = 0
        AND NOT ${isPaused}
    )`
  return found?.count ?? 0
}
