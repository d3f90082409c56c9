import type { BackupStore } from '@/lib/backups/run-backups'
import type { PrismaClient } from '@/lib/db/generated/client'

/** In ms: how far a row may be ahead of the clock before it is of a time to come, as where the clock was set back. */
const aheadMs = 60_000

/** {@link BackupStore} on PostgreSQL. */
export function createBackupStore(prisma: PrismaClient): BackupStore {
  const clock = async () => {
    const [row] = await prisma.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp()::timestamptz(3) AS now`
    if (!row) throw new Error('the database has no clock')
    return row.now
  }
  return {
    async last() {
      const select = { startedAt: true, state: true } as const
      const now = await clock()
      const last = await prisma.backup.findFirst({
        where: { startedAt: { lte: new Date(now.getTime() + aheadMs) } },
        orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
        select,
      })
      return { now, last }
    },
    async begin({ file, encrypted }) {
      const now = await clock()
      return prisma.$transaction(async (transaction) => {
        await transaction.backup.updateMany({
          where: { state: 'running' },
          data: { state: 'failed', failure: 'interrupted', endedAt: now },
        })
        const data = { startedAt: now, file, encrypted }
        const { id } = await transaction.backup.create({ data, select: { id: true } })
        return id
      })
    },
    async end(id, outcome) {
      const data =
        'failure' in outcome
          ? ({ state: 'failed', failure: outcome.failure } as const)
          : ({ state: 'verified', ...outcome } as const)
      await prisma.backup.update({
        where: { id },
        data: { ...data, endedAt: await clock() },
        select: { id: true },
      })
    },
  }
}
