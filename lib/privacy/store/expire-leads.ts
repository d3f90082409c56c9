import { hasPerson, isBornIn, isNoTest, isPaused, isTest, isUnderWay } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { Measured } from '@/lib/privacy/privacy-store'
import { anonymiseLeads } from './anonymise-leads'

/** Rows in one transaction: few enough that no request waits for it. */
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

/** `before`: leads received before it are due. `leads`: at most so many of them, and `entries` of the stand-in's. */
type Portion = { before: Date; leads: number; entries: number }

/** What was removed, in rows. */
type Expired = { leads: number; entries: number }

/** Anonymises the oldest leads that are due, and removes the oldest of the stand-in's entries from before then. */
export async function expire(
  transaction: Prisma.TransactionClient,
  environment: EnvironmentId,
  { before, leads: most, entries }: Portion,
  now: Date,
): Promise<Expired> {
  const locked = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE ${isDue(environment, before)}
    ORDER BY received_at LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`
  // Asked again, now that no instance can begin an attempt.
  const atRest = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE id = ANY(${locked.map(({ id }) => id)}::uuid[]) AND NOT ${isUnderWay}`
  const ids = atRest.map(({ id }) => id)
  const { leads, sandboxEntries } = await anonymiseLeads(transaction, ids, now)
  const removed = await transaction.$executeRaw`
    DELETE FROM sandbox_lead WHERE id IN (
      SELECT id FROM sandbox_lead WHERE received_at < ${before} ORDER BY received_at LIMIT ${entries})`
  return { leads, entries: sandboxEntries + removed }
}

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
      (SELECT count(*) FROM lead WHERE ${hasPerson})::int
        - (SELECT count(*) FROM lead WHERE ${isTest} AND ${hasPerson})::int AS leads,
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

/**
 * That a lead received before `cutoff` may be anonymised now. One that is being sent, or will be as soon as its time
 * comes, is left for another night; not so one whose customer is paused, or that was born elsewhere, because what is
 * never mended must not keep a person for ever. Those of test keys have a time of their own: see `expire-tests.ts`.
 */
const isDue = (environment: EnvironmentId, cutoff: Date) => Prisma.sql`
  ${hasPerson} AND ${isNoTest} AND received_at < ${cutoff} AND NOT ${isUnderWay}
  AND (status <> 'pending' OR ${isPaused} OR (${isBornIn(environment)}) IS NOT TRUE)`
