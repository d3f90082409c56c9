import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { changeOf } from '@/lib/deliveries/store/move-lead'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { StepDone, StepSet } from '@/lib/sending/hold-store'
import type { WaitingCount, WaitingStepRequest } from '@/lib/sending/waiting-lead'
import { isOpenTo } from './list-waiting'

/** Leads in one transaction: few enough that no request waits for it. */
const batch = 500

type Chosen = Pick<WaitingStepRequest, 'action' | 'filter'>

/** How many leads an act would be done to, and the time until which they have come in: those of later are not in it. */
export async function countOpen(
  prisma: PrismaClient,
  here: EnvironmentId,
  { action, filter }: Chosen,
): Promise<WaitingCount> {
  const [found] = await prisma.$queryRaw<{ total: number; until: Date }[]>`
    SELECT count(*)::int AS total, coalesce(max(received_at), clock_timestamp()) AS until
    FROM lead WHERE ${isOpenTo(action, here, filter)}`
  if (!found) throw new Error('a count came back empty')
  return { total: found.total, until: found.until.toISOString() }
}

/** The next leads of an act, in the order of their ids, unless there are more than the person was shown. */
export async function nextOpen(
  prisma: Prisma.TransactionClient,
  here: EnvironmentId,
  { action, filter, until, expected, after }: WaitingStepRequest,
  limit: number,
): Promise<StepSet> {
  const open = Prisma.sql`${isOpenTo(action, here, filter)} AND lead.received_at <= ${new Date(until)}`
  // Asked once, at the beginning: from then on the set only shrinks.
  if (after === null) {
    const [found] = await prisma.$queryRaw<{ total: number }[]>`
      SELECT count(*)::int AS total FROM lead WHERE ${open}`
    const total = found?.total ?? 0
    if (total > expected) return { kind: 'changed', total }
  }
  const rows = await prisma.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE ${open} AND (${after}::uuid IS NULL OR lead.id > ${after}::uuid)
    ORDER BY id LIMIT ${Math.min(limit, expected)}`
  return { kind: 'leads', ids: rows.map(({ id }) => id) }
}

/**
 * Does one step of an act: what the leads have become meanwhile is asked once more, now that they are locked. A step that
 * changed something is recorded, under the id of the act that it is a part of.
 */
export function takeStep(
  prisma: PrismaClient,
  here: EnvironmentId,
  request: WaitingStepRequest & { action: Exclude<WaitingStepRequest['action'], 'look_up'> },
  requester: Requester,
): Promise<StepDone> {
  const { action, filter } = request
  return prisma.$transaction(async (transaction) => {
    const next = await nextOpen(transaction, here, request, batch)
    if (next.kind === 'changed') return next
    const ids = Prisma.sql`lead.id = ANY(${next.ids}::uuid[])`
    await transaction.$queryRaw`SELECT id::text FROM lead WHERE ${ids} ORDER BY id FOR NO KEY UPDATE`
    const done = await transaction.$executeRaw`
      UPDATE lead SET ${stepChange(action, here)} WHERE ${ids} AND ${isOpenTo(action, here, filter)}`
    if (done > 0) await recorded(transaction, requester, `sending.${action}`, `sending-act:${request.id}`)
    return { kind: 'done', seen: next.ids, done }
  })
}

function stepChange(
  action: Exclude<WaitingStepRequest['action'], 'look_up'>,
  here: EnvironmentId,
): Prisma.Sql {
  switch (action) {
    case 'release':
      return Prisma.sql`released_from = (SELECT h.id FROM sending_hold h)`
    case 'move':
      // Due at once: a pause or a schedule of the other Vitec says nothing of this one.
      return Prisma.sql`environment = ${here}, next_attempt_at = delivery_clock(), schedule_step = 0`
    default:
      return changeOf(action)
  }
}
