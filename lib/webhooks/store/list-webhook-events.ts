import { z } from 'zod'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { keptEventSchema, payloadOf, type WebhookEvents, webhookAttemptSchema } from '@/lib/webhooks/webhook'

const pageSize = 50
/** Of an event with more, the newest. */
const mostAttempts = 20

const rowSchema = keptEventSchema.extend({
  number: z.bigint(),
  nextAttemptAt: z.date().nullable(),
  toldAt: z.date().nullable(),
  attempts: z.array(webhookAttemptSchema),
})

/** Events of a webhook with their attempts, newest first; after the cursor, the number of the last one shown. */
export async function listEvents(
  prisma: PrismaClient,
  webhookId: string,
  cursor: string | null,
): Promise<WebhookEvents> {
  const after = cursor === null ? undefined : BigInt(cursor)
  const rows = await prisma.$queryRaw<unknown[]>`
    SELECT e.number, e.id::text, e.type, e.at, e.lead_id::text AS "leadId", e.state::text,
      e.replaced_by_id::text AS "replacedById", e.next_attempt_at AS "nextAttemptAt", e.told_at AS "toldAt",
      coalesce((
        SELECT jsonb_agg(jsonb_build_object('number', a.number, 'started_at', ${utc(Prisma.sql`a.started_at`)},
          'took_ms', round(extract(epoch FROM a.ended_at - a.started_at) * 1000)::int,
          'http_status', a.http_status, 'fault', a.code, 'answer', a.answer) ORDER BY a.number DESC)
        FROM (SELECT * FROM webhook_attempt t WHERE t.event_number = e.number
          ORDER BY t.number DESC LIMIT ${mostAttempts}) a), '[]') AS attempts
    FROM webhook_event e
    WHERE e.webhook_id = ${webhookId}::uuid ${after === undefined ? Prisma.empty : Prisma.sql`AND e.number < ${after}`}
    ORDER BY e.number DESC LIMIT ${pageSize + 1}`
  const found = rows.map((row) => rowSchema.parse(row))
  const page = found.slice(0, pageSize)
  return {
    events: page.map(({ number: _, nextAttemptAt, toldAt, attempts, ...kept }) => ({
      id: kept.id,
      type: kept.type,
      payload: payloadOf(kept),
      at: kept.at.toISOString(),
      state: nextAttemptAt ? 'waiting' : toldAt ? 'told' : 'given_up',
      next_attempt_at: nextAttemptAt?.toISOString() ?? null,
      attempts,
    })),
    next_cursor: found.length > pageSize ? String(page.at(-1)?.number) : null,
    has_more: found.length > pageSize,
  }
}

const utc = (column: Prisma.Sql) =>
  Prisma.sql`to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
