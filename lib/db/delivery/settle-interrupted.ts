import type { PrismaClient } from '../generated/client'

const interrupted = 'The service stopped while the lead was being sent: it may or may not be in Vitec.'

/**
 * Closes the attempts left open since before `before` as unknown, with their leads: the process that made them is
 * gone, and nobody can tell whether Vitec got the lead. Resolves to their number.
 */
export async function settleInterrupted(prisma: PrismaClient, before: Date, now: Date): Promise<number> {
  return prisma.$executeRaw`
    WITH closed AS (
      UPDATE delivery_attempt SET ended_at = ${now}, outcome = 'unknown', error_kind = 'interrupted'
      WHERE ended_at IS NULL AND started_at < ${before}
      RETURNING lead_id
    )
    UPDATE lead SET status = 'unknown', last_word = ${interrupted}, next_attempt_at = NULL
    FROM closed WHERE lead.id = closed.lead_id AND lead.status = 'pending'`
}
