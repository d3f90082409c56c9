import type { Prisma } from '../generated/client'

/**
 * Which customers of leads a caller may have made up: on our list only because a lead to them was paused, while nobody
 * named them since and Vitec never took a lead to them. The Vitec customer id of such a one may be anything, a name too.
 */
export async function madeUpCustomers(
  transaction: Prisma.TransactionClient,
  leadIds: Prisma.Sql,
): Promise<string[]> {
  const rows = await transaction.$queryRaw<{ vitecId: string }[]>`
    SELECT c.vitec_id AS "vitecId" FROM customer c
    WHERE c.found_by_pause AND c.name = c.vitec_id
      AND c.vitec_id IN (SELECT vitec_customer_id FROM lead WHERE id IN (${leadIds}))
      AND NOT EXISTS (SELECT FROM lead_source s WHERE s.customer_id = c.id)
      AND NOT EXISTS (SELECT FROM vitec_account a WHERE a.customer_id = c.id)
      AND NOT EXISTS (SELECT FROM lead l WHERE l.vitec_customer_id = c.vitec_id AND l.delivered_at IS NOT NULL)`
  return rows.map(({ vitecId }) => vitecId)
}

/** Takes those off the list, and their pauses, that have no leads any more. */
export async function forgetCustomers(
  transaction: Prisma.TransactionClient,
  vitecIds: string[],
): Promise<void> {
  if (vitecIds.length === 0) return
  await transaction.$executeRaw`
    WITH gone AS (
      DELETE FROM customer c WHERE c.vitec_id = ANY(${vitecIds})
        AND NOT EXISTS (SELECT FROM lead l WHERE l.vitec_customer_id = c.vitec_id)
      RETURNING vitec_id)
    DELETE FROM customer_pause p USING gone WHERE p.vitec_customer_id = gone.vitec_id`
}
