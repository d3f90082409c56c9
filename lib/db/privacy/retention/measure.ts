import type { EnvironmentId } from '@/lib/environments/environment'
import type { Measured } from '@/lib/privacy/retention-store'
import { Prisma, type PrismaClient } from '../../generated/client'
import { isDue } from './is-due'

/** The longest day of a year has so many hours, and a night's run begins at the same time of day. */
const dayMs = 25 * 3_600_000

/** So many calendar months before a moment, whatever the session's zone. The last day of a month is a shorter one's. */
export const monthsBefore = (moment: Prisma.Sql, months: number) => Prisma.sql`
  ((${moment} AT TIME ZONE 'UTC' - make_interval(months => ${months}::int)) AT TIME ZONE 'UTC')::timestamptz(3)`

/** Counts what a run would remove now. */
export async function measure(
  prisma: PrismaClient,
  environment: EnvironmentId,
  months: number,
  lastCutoff: Date | null,
): Promise<Measured> {
  const [time] = await prisma.$queryRaw<{ now: Date; cutoff: Date }[]>`
    WITH clock AS (SELECT clock_timestamp() AS now)
    SELECT now::timestamptz(3), ${monthsBefore(Prisma.sql`now`, months)} AS cutoff FROM clock`
  if (!time) throw new Error('the database does not tell the time')
  const dayAfter = lastCutoff && new Date(lastCutoff.getTime() + dayMs)
  const [stock] = await prisma.$queryRaw<Omit<Measured, 'now' | 'cutoff'>[]>`
    SELECT due.count AS due, due."dayWorth",
      (SELECT count(*)::int FROM lead WHERE anonymised_at IS NULL) AS leads,
      (SELECT max(received_at) FROM lead) AS "newestLeadAt"
    FROM (
      SELECT count(*)::int AS count, count(*) FILTER (WHERE received_at < ${dayAfter}::timestamptz)::int AS "dayWorth"
      FROM lead WHERE ${isDue(environment, time.cutoff)}) due`
  if (!stock) throw new Error('a count has no row')
  return { ...time, ...stock }
}

/** How many leads received before `cutoff` are due now. */
export async function countDue(
  transaction: Prisma.TransactionClient,
  environment: EnvironmentId,
  cutoff: Date,
): Promise<number> {
  const [found] = await transaction.$queryRaw<{ due: number }[]>`
    SELECT count(*)::int AS due FROM lead WHERE ${isDue(environment, cutoff)}`
  return found?.due ?? 0
}
