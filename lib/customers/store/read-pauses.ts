import { type CustomerPause, mostCounted } from '@/lib/customers/customer'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import type { EnvironmentId } from '@/lib/environments/environment'

type Row = {
  id: string
  name: string
  vitecId: string
  reason: string
  since: Date
  nextProbeAt: Date
  waiting: number
}

/** A customer that is paused, and how. */
export type PausedCustomerRow = {
  customer: { id: string; name: string; vitecId: string }
  pause: CustomerPause
}

/**
 * The customers that are paused in an environment, those first that have been longest, each with how many leads wait for it,
 * counted up to {@link mostCounted}: all of them, so many, or one.
 */
export async function readPauses(
  prisma: PrismaClient,
  environment: EnvironmentId,
  { customerId, most }: { customerId?: string; most?: number } = {},
): Promise<PausedCustomerRow[]> {
  const isAsked = customerId ? Prisma.sql`c.id = ${customerId}::uuid` : Prisma.sql`TRUE`
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT c.id::text, c.name, c.vitec_id AS "vitecId", p.reason, p.since, p.next_probe_at AS "nextProbeAt", (
      SELECT count(*)::int FROM (
        SELECT FROM lead WHERE lead.status = 'pending' AND lead.vitec_customer_id = p.vitec_customer_id
          AND lead.environment = p.environment LIMIT ${mostCounted}::int) waiting) AS waiting
    FROM customer_pause p JOIN customer c ON c.vitec_id = p.vitec_customer_id
    WHERE p.environment = ${environment} AND ${isAsked}
    ORDER BY p.since, c.id LIMIT ${most ?? null}::int`
  return rows.map(({ id, name, vitecId, reason, since, nextProbeAt, waiting }) => ({
    customer: { id, name, vitecId },
    pause: {
      reason: errorKinds.find((kind) => kind === reason) ?? null,
      since: since.toISOString(),
      nextProbeAt: nextProbeAt.toISOString(),
      waiting,
    },
  }))
}
