import type { RetentionRun } from '@/lib/privacy/retention-run'
import type { Prisma } from '../../generated/client'

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
