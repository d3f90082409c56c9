import { z } from 'zod'
import { type AlertKind, type ChannelName, type Condition, foldConditions } from '@/lib/alerts/alert'
import type { AlertLimits, AlertStore, ClaimedNotice, Look } from '@/lib/alerts/alert-store'
import { type AlertView, alertViewSchema } from '@/lib/alerts/alert-view'
import { recorded } from '@/lib/audit/store/record-event'
import { isMadeUp } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import { type AlertPlace, conditionsQuery } from './find-conditions'

/** {@link AlertStore} on PostgreSQL. */
export function createAlertStore(prisma: PrismaClient, place: AlertPlace): AlertStore {
  return {
    async newestEvent() {
      const [newest] = await prisma.$queryRaw<{ id: bigint }[]>`
        SELECT id FROM lead_event ORDER BY id DESC LIMIT 1`
      return newest ? `${newest.id}` : null
    },
    look: (limits, seenHere, channels) => lookForAlerts(prisma, { place, limits, seenHere, channels }),
    claim: (channel, most) =>
      prisma.$queryRaw<ClaimedNotice[]>`
        WITH claimed AS (
          UPDATE alert_notice SET leased_until = delivery_clock() + interval '1 minute'
          WHERE id IN (
            SELECT n.id FROM alert_notice n
            WHERE n.state = 'waiting' AND n.channel = ${channel}::alert_channel AND n.next_at <= delivery_clock()
              AND (n.leased_until IS NULL OR n.leased_until <= delivery_clock())
              AND (n.news <> 'recovered' OR NOT EXISTS (SELECT FROM alert_notice r
                WHERE r.alert_id = n.alert_id AND r.channel = n.channel AND r.news = 'raised' AND r.state = 'waiting'))
            ORDER BY n.next_at, n.created_at, n.id LIMIT ${most} FOR UPDATE OF n SKIP LOCKED)
          RETURNING *)
        SELECT n.id::text, n.leased_until AS "leasedUntil", n.news::text, jsonb_array_length(n.tries) AS tries,
          a.id::text AS "alertId", a.kind::text, a.subject, ${customerOf} AS customer, a.since, a.ended_at AS "endedAt",
          a.figures
        FROM claimed n JOIN alert a ON a.id = n.alert_id ORDER BY n.next_at, n.created_at, n.id`,
    async settle({ id, leasedUntil }, { told, code, retryMs }) {
      const made = Prisma.sql`jsonb_build_object('at', to_char(delivery_clock() AT TIME ZONE 'UTC',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'code', ${code}::text)`
      const retryAt = Prisma.sql`delivery_clock() + ${retryMs}::float8 * interval '1 millisecond'`
      // What is over meanwhile is told as such, and not twice.
      await prisma.$executeRaw`
        UPDATE alert_notice n SET tries = n.tries || ${made}, leased_until = NULL, state = s.state::alert_notice_state,
          next_at = CASE WHEN s.state = 'waiting' THEN ${retryAt} END
        FROM (SELECT o.id, CASE WHEN ${told} THEN 'told'
            WHEN o.news = 'raised' AND EXISTS (SELECT FROM alert_notice r WHERE r.alert_id = o.alert_id
              AND r.channel = o.channel AND r.news = 'recovered') THEN 'dropped'
            WHEN ${retryMs === null} THEN 'given_up' ELSE 'waiting' END AS state
          FROM alert_notice o WHERE o.id = ${id}::uuid) s
        WHERE n.id = s.id AND n.leased_until = ${leasedUntil}`
    },
    addTest: (channels, requester) =>
      prisma.$transaction(async (transaction) => {
        const [test] = await transaction.$queryRaw<{ id: string }[]>`
          INSERT INTO alert (id, kind, subject, since, seen_at, ended_at, expires_at)
          SELECT gen_random_uuid(), 'test', '', delivery_clock(), delivery_clock(), delivery_clock(),
            clock_timestamp() + interval '90 days' RETURNING id::text`
        if (!test) throw new Error('a test was not kept')
        await transaction.$executeRaw`
          INSERT INTO alert_notice (id, alert_id, channel, news, created_at, next_at)
          SELECT gen_random_uuid(), ${test.id}::uuid, channel::alert_channel, 'test', delivery_clock(), delivery_clock()
          FROM unnest(${channels}::text[]) channel`
        await recorded(transaction, requester, 'alert.test', `alert:${test.id}`)
      }),
    async list() {
      const [open, recent] = await Promise.all([
        listAlerts(prisma, Prisma.sql`a.ended_at IS NULL`, 300),
        listAlerts(prisma, Prisma.sql`a.ended_at IS NOT NULL`, 50),
      ])
      return { open, recent }
    },
  }
}

/** Vitec's id of the customer that an alert of the table `a` is about, where it may be told. */
const customerOf = Prisma.sql`(SELECT c.vitec_id FROM customer c
  WHERE a.kind IN ('customer_paused', 'breaker_open') AND c.id::text = a.subject AND NOT ${isMadeUp})`

const rowSchema = alertViewSchema.extend({ since: z.date(), endedAt: z.date().nullable() })

async function listAlerts(prisma: PrismaClient, which: Prisma.Sql, most: number): Promise<AlertView[]> {
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT a.id::text, a.kind::text, a.subject, ${customerOf} AS customer, a.since, a.ended_at AS "endedAt", a.figures,
      coalesce((SELECT jsonb_agg(jsonb_build_object('id', n.id, 'channel', n.channel, 'news', n.news, 'state', n.state,
          'nextAt', to_char(n.next_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'tries', n.tries)
          ORDER BY n.created_at, n.channel)
        FROM alert_notice n WHERE n.alert_id = a.id), '[]') AS notices
    FROM alert a WHERE ${which} ORDER BY coalesce(a.ended_at, a.since) DESC, a.kind, a.id LIMIT ${most}`
  return rows.map((row) => {
    const { since, endedAt, ...alert } = rowSchema.parse(row)
    return { ...alert, since: since.toISOString(), endedAt: endedAt?.toISOString() ?? null }
  })
}

type Looking = {
  place: AlertPlace
  limits: AlertLimits
  seenHere: Omit<Condition, 'since'>[]
  channels: ChannelName[]
}

/** What is no state has no end worth telling. */
const untoldEnds: AlertKind[] = ['maybe_twice']

/**
 * How long a state has to be gone before its alert ends: a minute, twice as long for each time that the same has ended
 * within six hours, and half an hour at most. What comes and goes is one alert, not a storm.
 */
const calm = Prisma.sql`least(interval '1 minute' * power(2, least((
  SELECT count(*) FROM alert before WHERE before.kind = a.kind AND before.subject = a.subject
    AND before.ended_at > delivery_clock() - interval '6 hours'), 5)), interval '30 minutes')`

/** Compares what holds with the alerts that are open; see `AlertStore.look`. */
function lookForAlerts(prisma: PrismaClient, looking: Looking): Promise<Look> {
  return prisma.$transaction(async (transaction) => {
    // One that stands still in here keeps others from looking: the database ends it.
    await transaction.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '10s'`
    await takeLock(transaction, 'alerts')
    const found = await transaction.$queryRaw<Condition[]>(conditionsQuery(looking.place, looking.limits))
    const [clock] = await transaction.$queryRaw<
      { now: Date }[]
    >`SELECT delivery_clock()::timestamptz(3) AS now`
    const since = clock?.now ?? new Date()
    const holding = foldConditions([...found, ...looking.seenHere.map((seen) => ({ ...seen, since }))])
    const raised = await raise(transaction, holding)
    const ended = await end(transaction)
    await writeNotices(transaction, { raised, ended }, looking.channels)
    // Of a channel that no instance has any more.
    await transaction.$executeRaw`
      UPDATE alert_notice SET state = 'given_up', next_at = NULL
      WHERE state = 'waiting' AND created_at < delivery_clock() - interval '2 days'`
    return { raised, ended }
  })
}

type Row = { id: string; kind: AlertKind }

/** Keeps alerts open whose state still holds, and opens those of which there is none. */
async function raise(transaction: Prisma.TransactionClient, holding: Condition[]): Promise<Row[]> {
  if (holding.length === 0) return []
  const rows = Prisma.sql`jsonb_to_recordset(${JSON.stringify(holding)}::jsonb)
    AS h (kind text, subject text, since timestamptz, figures jsonb)`
  await transaction.$executeRaw`
    UPDATE alert a SET seen_at = delivery_clock(), figures = h.figures FROM ${rows}
    WHERE a.kind = h.kind::alert_kind AND a.subject = h.subject AND a.ended_at IS NULL`
  return transaction.$queryRaw<Row[]>`
    INSERT INTO alert (id, kind, subject, since, seen_at, figures)
    SELECT gen_random_uuid(), h.kind::alert_kind, h.subject, h.since, delivery_clock(), h.figures FROM ${rows}
    ON CONFLICT (kind, subject) WHERE ended_at IS NULL DO NOTHING
    RETURNING id::text, kind::text`
}

/** Ends alerts of what no instance has found for a while. */
function end(transaction: Prisma.TransactionClient): Promise<Row[]> {
  return transaction.$queryRaw<Row[]>`
    UPDATE alert a SET ended_at = delivery_clock(), expires_at = clock_timestamp() + interval '90 days'
    WHERE a.ended_at IS NULL AND a.seen_at <= delivery_clock() - ${calm}
    RETURNING a.id::text, a.kind::text`
}

/**
 * Writes down what is to be told. An alert that is over before it could be told is told once: that it was, from when to
 * when. The end is told where the beginning was to be.
 */
async function writeNotices(
  transaction: Prisma.TransactionClient,
  { raised, ended }: Look,
  channels: ChannelName[],
): Promise<void> {
  if (raised.length > 0 && channels.length > 0)
    await transaction.$executeRaw`
      INSERT INTO alert_notice (id, alert_id, channel, news, created_at, next_at)
      SELECT gen_random_uuid(), of_alert::uuid, channel::alert_channel, 'raised', delivery_clock(), delivery_clock()
      FROM unnest(${raised.map(({ id }) => id)}::text[]) of_alert, unnest(${channels}::text[]) channel`
  const over = ended.map(({ id }) => id)
  if (over.length === 0) return
  const told = ended.flatMap(({ id, kind }) => (untoldEnds.includes(kind) ? [] : [id]))
  await transaction.$executeRaw`
    INSERT INTO alert_notice (id, alert_id, channel, news, created_at, next_at)
    SELECT gen_random_uuid(), r.alert_id, r.channel, 'recovered', delivery_clock(), delivery_clock()
    FROM alert_notice r WHERE r.alert_id = ANY (${told}::uuid[]) AND r.news = 'raised'`
  await transaction.$executeRaw`
    UPDATE alert_notice SET state = 'dropped', next_at = NULL
    WHERE alert_id = ANY (${told}::uuid[]) AND news = 'raised' AND state = 'waiting'
      AND (leased_until IS NULL OR leased_until <= delivery_clock())`
}
