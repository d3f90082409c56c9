import { breakerMemory, breakerUntil, type EndedAttempt } from '@/lib/delivery/breaker'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'
import type { Prisma } from '../generated/client'

const second = 1000

/** Attempts under way, and when those of the last second began. */
export async function readLoad(
  prisma: Prisma.TransactionClient,
  { timeoutMs }: OutboundLimits,
  now: Date,
): Promise<{ open: number; begun: Date[] }> {
  const abandoned = new Date(now.getTime() - timeoutMs - second)
  const aSecondAgo = new Date(now.getTime() - second)
  const rows = await prisma.$queryRaw<{ startedAt: Date; open: boolean }[]>`
    SELECT started_at AS "startedAt", ended_at IS NULL AS open FROM delivery_attempt
    WHERE (ended_at IS NULL AND started_at > ${abandoned})
       OR (ended_at > ${aSecondAgo} AND started_at > ${aSecondAgo})`
  const begun = rows.map(({ startedAt }) => startedAt).filter((startedAt) => startedAt > aSecondAgo)
  return { open: rows.filter(({ open }) => open).length, begun }
}

/** Until when Vitec is left alone because it fails as a whole; see {@link breakerUntil}. */
export async function readBreaker(
  prisma: Prisma.TransactionClient,
  { magicPrefix }: OutboundLimits,
): Promise<Date | null> {
  const latest = await prisma.$queryRaw<EndedAttempt[]>`
    SELECT a.lead_id::text AS "leadId", a.outcome::text AS outcome, a.ended_at AS "endedAt"
    FROM delivery_attempt a JOIN lead l ON l.id = a.lead_id
    WHERE a.ended_at IS NOT NULL AND a.error_kind IS DISTINCT FROM 'interrupted'
      AND NOT coalesce(starts_with(l.vitec_customer_id, ${magicPrefix}::text), false)
    ORDER BY a.ended_at DESC LIMIT ${breakerMemory}`
  return breakerUntil(latest)
}
