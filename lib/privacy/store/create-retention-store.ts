import type { PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { RetentionStore } from '@/lib/privacy/privacy-store'
import { beginRun, confirm, runColumns, toRun } from './begin-run'
import { expireNext, measure } from './expire-leads'

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
    begin: (run, after) => beginRun(prisma, run, after),
    expireNext: (id) => expireNext(prisma, environment, id),
    confirm: (id, months, seen, requester) => confirm(prisma, environment, { id, months, seen, requester }),
  }
}
