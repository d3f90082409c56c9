import type { EnvironmentId } from '@/lib/environments/environment'
import type { RetentionStore } from '@/lib/privacy/retention-store'
import type { PrismaClient } from '../../generated/client'
import { begin } from './begin'
import { confirm } from './confirm'
import { expireNext } from './expire-next'
import { measure } from './measure'
import { runColumns, toRun } from './run-columns'

/** {@link RetentionStore} on PostgreSQL. */
export function createRetentionStore(prisma: PrismaClient, environment: EnvironmentId): RetentionStore {
  return {
    async runs() {
      const orderBy = { id: 'desc' } as const
      const [newest, ended] = await Promise.all([
        prisma.retentionRun.findFirst({ orderBy, select: runColumns }),
        prisma.retentionRun.findFirst({ where: { state: 'ended' }, orderBy, select: runColumns }),
      ])
      return { newest: newest && toRun(newest), ended: ended && toRun(ended) }
    },
    measure: (months, lastCutoff) => measure(prisma, environment, months, lastCutoff),
    begin: (run, after) => begin(prisma, run, after),
    expireNext: (id) => expireNext(prisma, environment, id),
    confirm: (id, months, seen, requester) => confirm(prisma, environment, { id, months, seen, requester }),
  }
}
