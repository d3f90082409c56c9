import type { Database } from '@/lib/db/open-database'
import { type KeptEvent, payloadOf } from '@/lib/webhooks/webhook'
import type { ClaimedEvent, Settlement, Standing } from '@/lib/webhooks/webhook-store'

type Row = KeptEvent & Omit<ClaimedEvent, 'payload'>

/** Events told to one receiver at a time: one where its last try was in vain. */
const atOnce: Record<Standing, number> = { well: 4, failing: 1 }

/** A lead's event waits for the one before it, until that is told or given up. Whoever has fewest calls under way is first. */
const claimText = `
  WITH receiver AS (
    SELECT w.id, $3 - (SELECT count(*) FROM webhook_event t
      WHERE t.webhook_id = w.id AND t.next_attempt_at IS NOT NULL AND t.leased_until > delivery_clock()) AS places
    FROM webhook w
    WHERE w.off_at IS NULL AND (w.failing_since IS NOT NULL) = $1
      AND NOT EXISTS (SELECT FROM api_key k WHERE 'key:' || k.id::text = w.actor AND k.revoked_at IS NOT NULL)
      AND (w.held_until IS NULL OR w.held_until <= delivery_clock())
      AND EXISTS (SELECT FROM webhook_event d WHERE d.webhook_id = w.id AND d.next_attempt_at <= delivery_clock())
  ), due AS (
    SELECT e.number FROM receiver r CROSS JOIN LATERAL (
      SELECT d.number, d.next_attempt_at FROM webhook_event d
      WHERE d.webhook_id = r.id AND d.next_attempt_at <= delivery_clock()
        AND (d.leased_until IS NULL OR d.leased_until <= delivery_clock())
        AND NOT EXISTS (SELECT FROM webhook_event b WHERE b.lead_id = d.lead_id AND b.number < d.number
          AND b.webhook_id = d.webhook_id AND b.next_attempt_at IS NOT NULL)
      ORDER BY d.next_attempt_at, d.number LIMIT greatest(r.places, 0) FOR UPDATE SKIP LOCKED) e
    ORDER BY row_number() OVER (PARTITION BY r.id ORDER BY e.next_attempt_at, e.number) - r.places, e.next_attempt_at, e.number
    LIMIT $2
  ), claimed AS (
    UPDATE webhook_event SET leased_until = delivery_clock() + $4::float8 * interval '1 millisecond',
      attempt_count = attempt_count + 1, schedule_step = schedule_step + 1
    WHERE number IN (SELECT number FROM due) RETURNING *
  ), begun AS (
    INSERT INTO webhook_attempt (event_number, number) SELECT number, attempt_count FROM claimed
  )
  SELECT c.number, c.id::text, c.type, c.at, c.lead_id::text AS "leadId", c.state::text, c.replaced_by_id::text AS "replacedById",
    c.attempt_count AS attempt, c.schedule_step AS step, w.id::text AS "webhookId", w.actor, w.url,
    array_remove(ARRAY[w.sealed, CASE WHEN w.before_until > delivery_clock() THEN w.sealed_before END], NULL) AS sealed
  FROM claimed c JOIN webhook w ON w.id = c.webhook_id ORDER BY c.number`

/** See `WebhookStore.claim`. `leaseMs`: longer than a call may take. */
export async function claimEvents(
  { pool }: Pick<Database, 'pool'>,
  { standing, most, leaseMs }: { standing: Standing; most: number; leaseMs: number },
): Promise<ClaimedEvent[]> {
  const values = [standing === 'failing', most, atOnce[standing], leaseMs]
  const { rows } = await pool.query<Row>(claimText, values)
  return rows.map((row) => ({
    ...{ number: BigInt(row.number), id: row.id, payload: payloadOf(row) },
    ...{ attempt: row.attempt, step: row.step, webhookId: row.webhookId },
    ...{ actor: row.actor, url: row.url, sealed: row.sealed },
  }))
}

/**
 * The last word is of the attempt that began last; what came after a lease of its own is still written down. A webhook is
 * switched off where no try has come through since the first one of this event.
 */
const settleText = `
  WITH tried AS (
    UPDATE webhook_attempt SET ended_at = delivery_clock(), http_status = $3, code = $4, answer = CASE WHEN NOT EXISTS (
        SELECT FROM webhook_event e JOIN lead l ON l.id = e.lead_id WHERE e.number = $1 AND l.anonymised_at IS NOT NULL)
      THEN $5 END
    WHERE event_number = $1 AND number = $2
  ), settled AS (
    UPDATE webhook_event SET leased_until = NULL,
      told_at = CASE WHEN $6 THEN delivery_clock() ELSE told_at END,
      next_attempt_at = delivery_clock() + $7::float8 * interval '1 millisecond'
    WHERE number = $1 AND attempt_count = $2 AND next_attempt_at IS NOT NULL
    RETURNING webhook_id
  )
  UPDATE webhook w SET
    failing_since = CASE WHEN $6 THEN NULL ELSE coalesce(w.failing_since, delivery_clock()) END,
    held_until = delivery_clock() + $8::float8 * interval '1 second',
    off_at = CASE WHEN switch.is_off THEN delivery_clock() END,
    off_reason = CASE WHEN switch.is_off THEN $9 END
  FROM settled s JOIN webhook v ON v.id = s.webhook_id, LATERAL (
    SELECT $9::text = 'gone' OR $9::text = 'failed' AND v.failing_since <= (
      SELECT coalesce(a.ended_at, a.started_at) FROM webhook_attempt a
      WHERE a.event_number = $1 AND a.number = $2 - $10::int + 1) AS is_off) switch
  WHERE w.id = s.webhook_id AND w.off_at IS NULL
  RETURNING w.off_at IS NOT NULL AS "switchedOff"`

/** What is not told any more is not waited for: of a webhook that is off, nothing is. */
const giveUpText = `UPDATE webhook_event SET next_attempt_at = NULL WHERE webhook_id = $1 AND next_attempt_at IS NOT NULL`

/** See `WebhookStore.settle`. */
export async function settleEvent(
  { pool }: Pick<Database, 'pool'>,
  event: ClaimedEvent,
  { httpStatus, fault, answer, isTold, retryMs, holdS, off }: Settlement,
): Promise<{ switchedOff: boolean }> {
  const values = [
    event.number,
    event.attempt,
    httpStatus,
    fault,
    answer,
    isTold,
    retryMs,
    holdS,
    off,
    event.step,
  ]
  const { rows } = await pool.query<{ switchedOff: boolean | null }>(settleText, values)
  const switchedOff = rows[0]?.switchedOff === true
  // A statement of its own: rows that another transaction writes meanwhile are seen. One that comes later waits for a person.
  if (switchedOff) await pool.query(giveUpText, [event.webhookId])
  return { switchedOff }
}
