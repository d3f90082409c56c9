import type { Requester } from '@/lib/audit/audit-event'
import { recordEvent } from '@/lib/audit/store/record-event'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { Confirming, NewRun } from '@/lib/privacy/privacy-store'
import type { RetentionConfirmation, RetentionRun } from '@/lib/privacy/retention-run'
import { clockDoubt } from './clock-watch'
import { countDue } from './expire-leads'

/** Records a run; `null` where the newest is not the one that was known when its leads were counted. */
export function beginRun(
  prisma: PrismaClient,
  { now, cutoff, months, state, reason, leads, due, bound, newestLeadAt }: NewRun,
  after: number | null,
): Promise<RetentionRun | null> {
  return prisma.$transaction(async (transaction) => {
    await lockRuns(transaction)
    const newest = await transaction.retentionRun.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
    if ((newest?.id ?? null) !== after) return null
    // One that goes on under another setting than it began with.
    const where = { state: 'running' } as const
    await transaction.retentionRun.updateMany({ where, data: { state: 'ended', endedAt: now } })
    const data = { startedAt: now, cutoff, months, state, reason, leads, due, bound, newestLeadAt }
    return toRun(await transaction.retentionRun.create({ data, select: runColumns }))
  })
}

type Confirmation = { id: number; months: number; seen: RetentionConfirmation; requester: Requester }

/**
 * Lets a held run go on with as many leads as the administrator saw. Counted again, within the transaction that sets it
 * going: if more is due by its cut-off than they saw, or the clock is doubted since, nothing is done.
 */
export function confirm(
  prisma: PrismaClient,
  environment: EnvironmentId,
  { id, months, seen, requester: { by, from } }: Confirmation,
): Promise<Confirming> {
  return prisma.$transaction(async (transaction) => {
    await lockRuns(transaction)
    const select = { id: true, state: true, months: true, cutoff: true } as const
    const newest = await transaction.retentionRun.findFirst({ orderBy: { id: 'desc' }, select })
    if (!newest || id > newest.id || id < 1) return 'not_found'
    const isSeen =
      newest.id === id && newest.state === 'held' && newest.cutoff.getTime() === Date.parse(seen.cutoff)
    if (!isSeen || newest.months !== months) return 'changed'
    const [clock] = await transaction.$queryRaw<{ now: Date; doubt: string | null }[]>`
      SELECT clock_timestamp()::timestamptz(3) AS now, ${clockDoubt} AS doubt FROM clock_watch w`
    if (!clock || clock.doubt !== null) return 'changed'
    const due = await countDue(transaction, environment, newest.cutoff)
    if (due > seen.due) return 'changed'
    const data = { state: 'running', due, confirmedBy: by, confirmedAt: clock.now } as const
    await transaction.retentionRun.update({ where: { id }, data, select: { id: true } })
    await recordEvent(
      transaction,
      { by, verb: 'privacy.confirm-retention', subject: `retention:${id}`, from },
      clock.now,
    )
    return 'confirmed'
  })
}

/** Until the transaction ends no other one begins, confirms or advances a run: there is never more than one. */
async function lockRuns(transaction: Prisma.TransactionClient): Promise<void> {
  await transaction.$executeRaw`LOCK TABLE retention_run IN SHARE ROW EXCLUSIVE MODE`
}

export const runColumns = {
  id: true,
  startedAt: true,
  endedAt: true,
  months: true,
  cutoff: true,
  state: true,
  reason: true,
  leads: true,
  due: true,
  bound: true,
  done: true,
  newestLeadAt: true,
} as const satisfies Prisma.RetentionRunSelect

type Columns = Prisma.RetentionRunGetPayload<{ select: typeof runColumns }>

export function toRun(row: Columns): RetentionRun {
  return {
    ...row,
    startedAt: row.startedAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    cutoff: row.cutoff.toISOString(),
    newestLeadAt: row.newestLeadAt?.toISOString() ?? null,
  }
}
