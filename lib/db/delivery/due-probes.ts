import { nextProbeTime } from '@/lib/delivery/next-probe-time'
import type { PrismaClient } from '../generated/client'

/**
 * The oldest waiting lead of each paused customer whose probe is due, and the next probe's time set. Of two
 * instances that ask at once one is told of a probe.
 */
export async function dueProbes(prisma: PrismaClient, now: Date): Promise<string[]> {
  const due = await prisma.$queryRaw<{ vitecCustomerId: string; since: Date; leadId: string }[]>`
    SELECT p.vitec_customer_id AS "vitecCustomerId", p.since, oldest.id::text AS "leadId"
    FROM delivery_pause p CROSS JOIN LATERAL (
      SELECT id FROM lead WHERE status = 'pending' AND vitec_customer_id = p.vitec_customer_id
      ORDER BY received_at, id LIMIT 1
    ) oldest
    WHERE p.next_probe_at <= ${now}`
  const mine = await Promise.all(
    due.map(async ({ vitecCustomerId, since, leadId }) => {
      const { count } = await prisma.deliveryPause.updateMany({
        where: { vitecCustomerId, nextProbeAt: { lte: now } },
        data: { nextProbeAt: nextProbeTime(since, now) },
      })
      return count > 0 ? [leadId] : []
    }),
  )
  return mine.flat()
}
