import type { PreparedRequest } from '@/lib/delivery/attempt-result'
import type { OpenAttempt } from '@/lib/delivery/delivery-store'
import type { PrismaClient } from '../generated/client'

/**
 * Claims a lead and writes its attempt's row, or `null` where nothing is due or somebody else has it.
 * The claim is one conditional UPDATE; the unique index on open attempts backs it.
 */
export function openAttempt(
  prisma: PrismaClient,
  leadId: string,
  request: PreparedRequest,
  now: Date,
): Promise<OpenAttempt | null> {
  return prisma.$transaction(async (transaction) => {
    const [claimed] = await transaction.$queryRaw<{ number: number; scheduleStep: number }[]>`
      UPDATE lead
      SET next_attempt_at = NULL, attempt_count = attempt_count + 1, schedule_step = schedule_step + 1
      WHERE id = ${leadId}::uuid AND status = 'pending' AND next_attempt_at <= ${now}
        AND NOT EXISTS (SELECT FROM delivery_pause p WHERE p.vitec_customer_id = lead.vitec_customer_id)
        AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)
      RETURNING attempt_count AS "number", schedule_step AS "scheduleStep"`
    if (!claimed) return null
    await transaction.deliveryAttempt.create({
      data: {
        leadId,
        number: claimed.number,
        startedAt: now,
        requestUrl: request.url,
        requestBody: request.body,
      },
      select: { id: true },
    })
    return { leadId, ...claimed }
  })
}
