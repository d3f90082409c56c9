import { isPaused } from '../delivery/sendable'
import type { PrismaClient } from '../generated/client'

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
