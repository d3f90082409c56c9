import type { PreparedRequest } from '@/lib/delivery/attempt-result'
import type { AttemptReason, OpenAttempt, Opening } from '@/lib/delivery/delivery-store'
import { type OutboundLimits, waitForPlace } from '@/lib/delivery/outbound-limits'
import { Prisma, type PrismaClient } from '../generated/client'
import type { BookDelivery } from './book-delivery'
import { holdBack } from './hold-back'
import { lockLead } from './lock-lead'
import { readLoad } from './vitec-load'

/** Any number, as long as nobody else uses it: who holds it counts attempts, and begins one. */
const outboundLock = 4_810_357

type At = { now: Date; random: number; reason: AttemptReason }

/**
 * Claims a lead and writes its attempt's row, where the lead is due, nobody else has it, and Vitec can be asked.
 * The claim is one conditional UPDATE; the unique index on open attempts backs it. The limits hold over all
 * instances, because the open attempts themselves are counted, by one at a time.
 */
export function openAttempt(
  prisma: PrismaClient,
  { book, limits }: { book: BookDelivery; limits: OutboundLimits },
  leadId: string,
  request: PreparedRequest,
  at: At,
): Promise<Opening> {
  return prisma.$transaction(async (transaction): Promise<Opening> => {
    if (!(await isClaimable(transaction, leadId, at))) return { kind: 'not_due' }
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${outboundLock})`
    const load = await readLoad(transaction, limits, at.now)
    const waitMs = waitForPlace(limits, load, at.now)
    if (waitMs > 0) return { kind: 'full', waitMs }
    if (await holdBack(transaction, { book, limits }, leadId, load.open, at)) return { kind: 'held' }
    const attempt = await claim(transaction, leadId, request, at)
    return attempt ? { kind: 'opened', attempt } : { kind: 'not_due' }
  })
}

/** A probe takes a lead whatever its time: its customer is paused, which is why it has none. */
function claimable({ now, reason }: At): Prisma.Sql {
  const paused = Prisma.sql`EXISTS (SELECT FROM delivery_pause p WHERE p.vitec_customer_id = lead.vitec_customer_id)`
  const due = reason === 'probe' ? paused : Prisma.sql`next_attempt_at <= ${now} AND NOT ${paused}`
  return Prisma.sql`status = 'pending' AND anonymised_at IS NULL AND ${due}
    AND NOT EXISTS (SELECT FROM delivery_attempt a WHERE a.lead_id = lead.id AND a.ended_at IS NULL)`
}

async function isClaimable(transaction: Prisma.TransactionClient, leadId: string, at: At): Promise<boolean> {
  const found = await transaction.$queryRaw<unknown[]>`
    SELECT id::text FROM lead WHERE id = ${leadId}::uuid AND ${claimable(at)}`
  return found.length > 0
}

async function claim(
  transaction: Prisma.TransactionClient,
  leadId: string,
  request: PreparedRequest,
  at: At,
): Promise<OpenAttempt | null> {
  await lockLead(transaction, leadId)
  const [claimed] = await transaction.$queryRaw<{ number: number; scheduleStep: number }[]>`
    UPDATE lead
    SET next_attempt_at = NULL, attempt_count = attempt_count + 1, schedule_step = schedule_step + 1
    WHERE id = ${leadId}::uuid AND ${claimable(at)}
    RETURNING attempt_count AS "number", schedule_step AS "scheduleStep"`
  if (!claimed) return null
  await transaction.deliveryAttempt.create({
    data: {
      leadId,
      number: claimed.number,
      startedAt: at.now,
      requestUrl: request.url,
      requestBody: request.body,
    },
    select: { id: true },
  })
  return { leadId, startedAt: at.now, ...claimed }
}
