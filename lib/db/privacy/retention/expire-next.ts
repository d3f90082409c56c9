import type { EnvironmentId } from '@/lib/environments/environment'
import type { PrismaClient } from '../../generated/client'
import { expire } from './expire'

/** Rows in one transaction: few enough that nobody waits for it. */
const batch = 100

type Progress = { now: Date; cutoff: Date; left: number }

/**
 * Goes on with a run by a batch, counted in the same transaction: however many instances go on with it, however often
 * they crash, it removes no more than it began with. Resolves to whether there may be more.
 */
export function expireNext(prisma: PrismaClient, environment: EnvironmentId, id: number): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const [run] = await transaction.$queryRaw<Progress[]>`
      SELECT clock_timestamp()::timestamptz(3) AS now, cutoff, due - done AS left
      FROM retention_run WHERE id = ${id} AND state = 'running' FOR UPDATE`
    if (!run) return false
    const portion = { before: run.cutoff, leads: Math.min(batch, run.left), entries: batch }
    const { leads, entries } = await expire(transaction, environment, portion, run.now)
    const isOver = leads + entries === 0
    const data = isOver ? { state: 'ended' as const, endedAt: run.now } : { done: { increment: leads } }
    await transaction.retentionRun.update({ where: { id }, data, select: { id: true } })
    return !isOver
  })
}
