import type { RetentionRun } from '@/lib/privacy/retention-run'
import type { NewRun } from '@/lib/privacy/retention-store'
import type { PrismaClient } from '../../generated/client'
import { lockRuns } from './lock-runs'
import { runColumns, toRun } from './run-columns'

/** Records a run; `null` where the newest is not the one that was known when its leads were counted. */
export function begin(
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
