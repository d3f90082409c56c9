import { statfs } from 'node:fs/promises'
import type { Backup, PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import { marksSchema } from '@/lib/environments/store/marks'
import type { ReadFacts } from '@/lib/system/read-system'
import type { Backups, Calls, SystemView } from '@/lib/system/system-view'

/** So many calls of a day are looked at, the newest: a page must not cost more than that. */
export const mostCalls = 10_000

/** So many open alerts are told one by one. */
const mostAlerts = 20

/** What the database tells of the service. @param environment where leads are sent from here */
export async function readFacts(prisma: PrismaClient, environment: EnvironmentId): Promise<ReadFacts> {
  const open = { endedAt: null }
  const [[base], rows, calls, hold, identity, backups, alerts, newest] = await Promise.all([
    prisma.$queryRaw<{ now: Date; server: string; bytes: bigint }[]>`
      SELECT clock_timestamp()::timestamptz(3) AS now, current_setting('server_version') AS server,
        pg_database_size(current_database()) AS bytes`,
    prisma.scheduledRun.findMany(),
    readCalls(prisma, environment),
    prisma.sendingHold.findUnique({ where: { number: 1 }, select: { since: true, reason: true } }),
    prisma.databaseIdentity.findUnique({ where: { number: 1 }, select: { marks: true, recordedAt: true } }),
    readBackups(prisma),
    prisma.alert.count({ where: open }),
    prisma.alert.findMany({
      where: open,
      orderBy: [{ since: 'desc' }, { id: 'desc' }],
      take: mostAlerts,
      select: { id: true, kind: true, since: true },
    }),
  ])
  if (!base) throw new Error('the database does not tell the time')
  const marks = marksSchema.safeParse(identity?.marks).data ?? {}
  return {
    now: base.now.toISOString(),
    server: base.server,
    bytes: Number(base.bytes),
    marks: Object.entries(marks).map(([name, value]) => ({ name, value })),
    marksSince: identity?.recordedAt.toISOString() ?? null,
    rows,
    backups,
    calls,
    hold: hold && { since: hold.since.toISOString(), reason: hold.reason },
    alerts: {
      open: alerts,
      newest: newest.map(({ since, ...alert }) => ({ ...alert, since: since.toISOString() })),
    },
  }
}

type CallsRow = Omit<Calls, 'isPart'>

/** Of the environment's attempts that ended today: those of which nobody knows how they ended took no time that says anything. */
async function readCalls(prisma: PrismaClient, environment: EnvironmentId): Promise<Calls> {
  const [found] = await prisma.$queryRaw<CallsRow[]>`
    WITH today AS MATERIALIZED (
      SELECT date_trunc('day', clock_timestamp(), 'Europe/Stockholm') AS began),
    call AS MATERIALIZED (
      SELECT outcome, error_kind, extract(epoch FROM ended_at - started_at) * 1000 AS ms FROM delivery_attempt
      WHERE environment = ${environment} AND ended_at >= (SELECT began FROM today)
      ORDER BY ended_at DESC LIMIT ${mostCalls}),
    timed AS (SELECT ms FROM call WHERE error_kind IS NULL OR error_kind NOT IN ('interrupted', 'lease'))
    SELECT to_char((SELECT began FROM today) AT TIME ZONE 'Europe/Stockholm', 'YYYY-MM-DD') AS day,
      count(*)::int AS calls,
      (count(*) FILTER (WHERE outcome = 'delivered'))::int AS delivered,
      (count(*) FILTER (WHERE outcome = 'unknown'))::int AS doubts,
      (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY ms) FROM timed)::float8 AS p50,
      (SELECT percentile_disc(0.95) WITHIN GROUP (ORDER BY ms) FROM timed)::float8 AS p95
    FROM call`
  if (!found) throw new Error('a count has no row')
  return { ...found, isPart: found.calls === mostCalls }
}

async function readBackups(prisma: PrismaClient): Promise<Backups> {
  const newest = (state: Backup['state']) =>
    prisma.backup.findFirst({ where: { state }, orderBy: { startedAt: 'desc' } })
  const [verified, failed] = await Promise.all([newest('verified'), newest('failed')])
  return { lastVerified: verified && toBackup(verified), lastFailed: failed && toBackup(failed) }
}

const toBackup = ({ startedAt, endedAt, bytes, failure }: Backup) => ({
  at: (endedAt ?? startedAt).toISOString(),
  bytes: bytes === null ? null : Number(bytes),
  failure,
})

/** Room on the disk that a folder is on, for this process's user. */
export async function freeDisk(folder: string): Promise<NonNullable<SystemView['disk']>> {
  const { bavail, blocks, bsize } = await statfs(folder)
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize }
}
