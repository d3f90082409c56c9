import type { PrismaClient } from '../generated/client'

/** Leads that were due before `before` and that nobody is attempting: their booking was lost. At most `limit` ids. */
export async function overdue(prisma: PrismaClient, before: Date, limit: number): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead
    WHERE status = 'pending' AND next_attempt_at < ${before}
      AND NOT EXISTS (SELECT FROM delivery_pause p WHERE p.vitec_customer_id = lead.vitec_customer_id)
      AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)
    ORDER BY next_attempt_at LIMIT ${limit}`
  return rows.map((row) => row.id)
}
