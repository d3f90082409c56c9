import type { Requester } from '@/lib/audit/audit-event'
import { recordEvent } from '@/lib/audit/store/record-event'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { RetentionConfirmation } from '@/lib/privacy/retention-run'
import type { Confirming } from '@/lib/privacy/retention-store'
import { clockDoubt } from '../../clock/clock-doubt'
import type { PrismaClient } from '../../generated/client'
import { lockRuns } from './lock-runs'
import { countDue } from './measure'

type Confirmation = { id: number; months: number; seen: RetentionConfirmation; requester: Requester }

/**
 * Lets a held run go on with as many leads as somebody saw. Counted again, within the transaction that sets it going: if
 * more is due by its cut-off than they saw, or the clock is doubted since, nothing is done.
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
