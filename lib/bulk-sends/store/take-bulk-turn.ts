import type { BulkTurn } from '@/lib/bulk-sends/bulk-send-store'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { actWithin } from '@/lib/deliveries/store/move-lead'
import type { EnvironmentId } from '@/lib/environments/environment'

/** After what a caller waits for, and what is tried again. */
const bulkLane = 2

type Taken = { leadId: string; attemptCount: number; leadStatus: string }

/**
 * Takes a bulk's next item, which no other instance has, and sends its lead again if it still is what the person saw:
 * same status, not attempted since. Both or neither, so that a crash in between leaves the item for the next to take.
 */
export function takeTurn(
  prisma: PrismaClient,
  environment: EnvironmentId,
  bulkSendId: string,
  now: Date,
): Promise<BulkTurn> {
  return prisma.$transaction(async (transaction) => {
    const [taken] = await transaction.$queryRaw<Taken[]>`
      WITH next AS (
        SELECT bulk_send_id, lead_id FROM bulk_send_item
        WHERE bulk_send_id = ${bulkSendId}::uuid AND state = 'open'
        ORDER BY lead_id LIMIT 1 FOR UPDATE SKIP LOCKED
      )
      UPDATE bulk_send_item i SET state = 'taken', settled_at = ${now}
      FROM next JOIN bulk_send b ON b.id = next.bulk_send_id
      WHERE i.bulk_send_id = next.bulk_send_id AND i.lead_id = next.lead_id
      RETURNING i.lead_id::text AS "leadId", i.attempt_count AS "attemptCount", b.lead_status::text AS "leadStatus"`
    if (!taken) return null
    const { leadId, attemptCount, leadStatus } = taken
    const where = Prisma.sql`status = ${leadStatus}::lead_status AND attempt_count = ${attemptCount}`
    const act = { leadId, action: 'send_again', lane: bulkLane, where } as const
    if (await actWithin(transaction, environment, act)) return 'taken'
    await transaction.bulkSendItem.update({
      where: { bulkSendId_leadId: { bulkSendId, leadId } },
      data: { state: 'skipped' },
      select: { leadId: true },
    })
    return 'skipped'
  })
}
