import type { AlertLimits } from '@/lib/alerts/alert-store'
import { hasPerson, isBornIn, isPaused, isTest } from '@/lib/db/conditions'
import { Prisma } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'

/** Where leads go, and customers there that say nothing of Vitec. */
export type AlertPlace = { environment: EnvironmentId; magicPrefix: string | null }

/** Counts no further: a number that has four digits says all there is to say. */
const most = 1_000

/** How many leads of a customer wait, as a subquery. */
const waitingOf = (customer: Prisma.Sql, place: AlertPlace) => Prisma.sql`(
  SELECT count(*) FROM (SELECT FROM lead WHERE lead.status = 'pending' AND lead.vitec_customer_id = ${customer}
    AND ${isBornIn(place.environment)} LIMIT ${most}) w)`

const pausedCustomers = (place: AlertPlace) => Prisma.sql`
  SELECT 'customer_paused', coalesce(c.id::text, 'others'), p.since,
    jsonb_build_object('reason', p.reason, 'leads', ${waitingOf(Prisma.sql`p.vitec_customer_id`, place)})
  FROM customer_pause p LEFT JOIN customer c ON c.vitec_id = p.vitec_customer_id
  WHERE p.environment = ${place.environment}`

/** Vitec as a whole: left alone, or tried with one lead meanwhile, as long as something waits for it. */
const vitecLeftAlone = ({ environment, magicPrefix }: AlertPlace) => Prisma.sql`
  SELECT 'breaker_open', '', delivery_clock(), '{}'::jsonb
  FROM vitec_held_until(${environment}, ${magicPrefix}::text) until
  WHERE until > delivery_clock() OR until IS NOT NULL
    AND EXISTS (SELECT FROM lead WHERE lead.status = 'pending' AND ${isBornIn(environment)})`

/** A customer whose leads have met nothing but trouble for ten minutes: a shorter trip is none of anybody's business. */
const customersLeftAlone = (place: AlertPlace) => Prisma.sql`
  SELECT 'breaker_open', coalesce(c.id::text, 'others'), t.tripped_at,
    jsonb_build_object('leads', ${waitingOf(Prisma.sql`t.vitec_customer_id`, place)})
  FROM customer_trouble t LEFT JOIN customer c ON c.vitec_id = t.vitec_customer_id
  WHERE t.environment = ${place.environment} AND t.tripped_at <= delivery_clock() - interval '10 minutes'
    AND EXISTS (SELECT FROM lead WHERE lead.status = 'pending' AND lead.vitec_customer_id = t.vitec_customer_id
      AND ${isBornIn(place.environment)})`

/** Leads in doubt, by the end of their last attempt: any, and any for an hour or more. */
const doubts = (place: AlertPlace, kind: 'doubts' | 'doubts_old') => Prisma.sql`
  SELECT ${kind}, '', min(d.at), jsonb_build_object('leads', count(*))
  FROM (
    SELECT coalesce((SELECT max(a.ended_at) FROM delivery_attempt a WHERE a.lead_id = doubted.id), doubted.received_at) AS at
    FROM (
      SELECT lead.id, lead.received_at FROM lead
      WHERE lead.status = 'unknown' AND ${isBornIn(place.environment)} AND ${hasPerson}
      ORDER BY lead.received_at, lead.id LIMIT ${most}
    ) doubted
  ) d
  WHERE d.at <= delivery_clock() - ${kind === 'doubts' ? Prisma.sql`interval '0'` : Prisma.sql`interval '1 hour'`}
  HAVING count(*) > 0`

/** Leads that have waited too long, but for those of paused customers, of which each has an alert of its own. */
const waitingLong = (place: AlertPlace, minutes: number) => Prisma.sql`
  SELECT 'waiting_long', '', min(w.received_at), jsonb_build_object('leads', count(*),
    'minutes', floor(extract(epoch FROM delivery_clock() - min(w.received_at)) / 60)::int)
  FROM (
    SELECT lead.received_at FROM lead
    WHERE lead.status = 'pending' AND ${isBornIn(place.environment)} AND ${hasPerson} AND NOT ${isPaused}
      AND lead.received_at <= delivery_clock() - ${minutes} * interval '1 minute'
    ORDER BY lead.received_at, lead.id LIMIT ${most}
  ) w
  HAVING count(*) > 0`

/** No state, but what happened: it is shown for a day. Of test keys nothing is twice anywhere. */
const maybeTwice = Prisma.sql`
  SELECT 'maybe_twice', e.lead_id::text, min(e.at), '{}'::jsonb
  FROM lead_event e WHERE e.kind = 'maybe_twice' AND e.at > delivery_clock() - interval '1 day'
    AND NOT EXISTS (SELECT FROM lead WHERE lead.id = e.lead_id AND ${isTest})
  GROUP BY e.lead_id`

/** A night run that waits for a person, one that has gone on for a day, or the sweep itself failing for an hour. */
const retentionStuck = (months: number) => Prisma.sql`
  SELECT 'retention_stuck', '', r.started_at, jsonb_build_object('reason', coalesce(r.reason::text, r.state::text), 'leads', r.due)
  FROM (SELECT * FROM retention_run ORDER BY id DESC LIMIT 1) r
  WHERE r.months = ${months} AND (r.state IN ('held', 'refused')
    OR r.state = 'running' AND r.due > 0 AND r.started_at < delivery_clock() - interval '1 day')
  UNION ALL
  SELECT 'retention_stuck', '', s.failed_at, jsonb_build_object('reason', 'failed')
  FROM scheduled_run s
  WHERE s.name = 'run-retention' AND s.failed_at > coalesce(s.ended_at, '-infinity')
    AND coalesce(s.ended_at, '-infinity') < delivery_clock() - interval '1 hour'`

/**
 * None verified for 26 hours, or the last one failed. A first one is waited for from the first row on. Where the clock was
 * set back, rows of a time to come say nothing of what there is.
 */
const backupMissed = Prisma.sql`
  SELECT 'backup_missed', '', coalesce(b.verified_at, b.first_at, delivery_clock()),
    jsonb_build_object('reason', CASE WHEN b.last = 'failed' THEN 'failed' ELSE 'late' END)
  FROM (SELECT max(k.ended_at) FILTER (WHERE k.state = 'verified') AS verified_at, min(k.started_at) AS first_at,
      (array_agg(k.state ORDER BY k.started_at DESC, k.id DESC) FILTER (WHERE k.state <> 'running'))[1] AS last
    FROM backup k WHERE greatest(k.started_at, k.ended_at) <= delivery_clock() + interval '1 minute') b
  WHERE b.last = 'failed' OR coalesce(b.verified_at, b.first_at) < delivery_clock() - interval '26 hours'`

const sendingHeld = (place: AlertPlace) => Prisma.sql`
  SELECT 'sending_held', '', h.since, jsonb_build_object('reason', h.reason, 'leads', (
    SELECT count(*) FROM (SELECT FROM lead WHERE lead.status = 'pending' AND ${isBornIn(place.environment)}
      LIMIT ${most}) w))
  FROM sending_hold h`

/**
 * A receiver that no try reaches for an hour, and one that is told nothing more because of that, until a person sees to it. A key
 * that was revoked is told nothing anyway.
 */
const untoldWebhooks = Prisma.sql`
  SELECT CASE WHEN w.off_at IS NULL THEN 'webhook_failing' ELSE 'webhook_off' END, w.id::text,
    coalesce(w.off_at, w.failing_since), '{}'::jsonb
  FROM webhook w
  WHERE (w.off_at IS NULL AND w.failing_since <= delivery_clock() - interval '1 hour' OR w.off_reason IN ('failed', 'gone'))
    AND NOT EXISTS (SELECT FROM api_key k WHERE 'key:' || k.id::text = w.actor AND k.revoked_at IS NOT NULL)`

/** Everything that holds now, as one query of `kind`, `subject`, `since` and `figures`. */
export function conditionsQuery(place: AlertPlace, limits: AlertLimits): Prisma.Sql {
  const { waitingMinutes, retentionMonths, hasBackups } = limits
  const all = [
    pausedCustomers(place),
    vitecLeftAlone(place),
    customersLeftAlone(place),
    doubts(place, 'doubts'),
    doubts(place, 'doubts_old'),
    waitingLong(place, waitingMinutes),
    maybeTwice,
    ...(retentionMonths === null ? [] : [retentionStuck(retentionMonths)]),
    ...(hasBackups ? [backupMissed] : []),
    sendingHeld(place),
    untoldWebhooks,
  ]
  return Prisma.sql`SELECT f.kind, f.subject, f.since, f.figures
    FROM (${Prisma.join(all, ' UNION ALL ')}) f (kind, subject, since, figures)
    ORDER BY f.since LIMIT ${most}`
}
