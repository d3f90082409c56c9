import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import type { AuditVerb } from '@/lib/audit/audit-verb'
import { recorded } from '@/lib/audit/store/record-event'
import type { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import { AppError } from '@/lib/errors'
import { offReasons, type Webhook, webhookSchema } from '@/lib/webhooks/webhook'
import type { WebhookStore } from '@/lib/webhooks/webhook-store'
import { claimEvents, settleEvent } from './claim-events'
import { listEvents } from './list-webhook-events'

type Transaction = Prisma.TransactionClient
type Row = Prisma.WebhookGetPayload<object>

/** {@link WebhookStore} on PostgreSQL. `leaseMs`: how long an event is one process' own once it has claimed it. */
export function createWebhookStore(
  database: Pick<Database, 'pool' | 'prisma'>,
  leaseMs = 60_000,
): WebhookStore {
  const { prisma } = database
  /** Locks a sender's webhook, changes it, and writes down who did. */
  const change = <T>(
    actor: string,
    { requester, verb }: { requester: Requester; verb: AuditVerb },
    work: (transaction: Transaction, found: Row) => Promise<T>,
  ): Promise<T> =>
    prisma.$transaction(async (transaction) => {
      await transaction.$executeRaw`SELECT FROM webhook WHERE actor = ${actor} FOR NO KEY UPDATE`
      const found = await transaction.webhook.findUnique({ where: { actor } })
      if (!found) throw new AppError('not_found', 'There is no webhook.')
      const result = await work(transaction, found)
      await recorded(transaction, requester, verb, `webhook:${found.id}`)
      return result
    })

  return {
    async list() {
      const found = await prisma.webhook.findMany({ orderBy: { actor: 'asc' } })
      return found.map((row) => ({ ...toWebhook(row), actor: row.actor }))
    },
    async of(actor) {
      const found = await prisma.webhook.findUnique({ where: { actor } })
      return found && toWebhook(found)
    },
    set: (actor, { url, events }, sealed, requester) =>
      prisma.$transaction(async (transaction) => {
        await requireSender(transaction, actor)
        const [made] = await transaction.$queryRaw<{ id: string; isNew: boolean }[]>`
          INSERT INTO webhook (id, actor, url, events, sealed)
          VALUES (gen_random_uuid(), ${actor}, ${url}, ${events}::text[], ${sealed})
          ON CONFLICT (actor) DO UPDATE SET url = EXCLUDED.url, events = EXCLUDED.events, off_at = NULL,
            off_reason = NULL, failing_since = NULL, held_until = NULL
          RETURNING id::text, sealed = ${sealed} AS "isNew"`
        if (!made) throw new Error('a webhook was not kept')
        // What waits is tried where the receiver is from here on, and from the start.
        await transaction.$executeRaw`
          UPDATE webhook_event SET next_attempt_at = delivery_clock(), schedule_step = 0
          WHERE webhook_id = ${made.id}::uuid AND next_attempt_at IS NOT NULL`
        await recorded(transaction, requester, 'webhook.set', `webhook:${made.id}`)
        const row = await transaction.webhook.findUniqueOrThrow({ where: { actor } })
        return { webhook: toWebhook(row), isNew: made.isNew }
      }),
    rotate: (actor, sealed, overlapHours, requester) =>
      change(actor, { requester, verb: 'webhook.rotate' }, async (transaction, found) => {
        await transaction.$executeRaw`
          UPDATE webhook SET sealed = ${sealed}, sealed_before = sealed,
            before_until = delivery_clock() + ${overlapHours} * interval '1 hour'
          WHERE id = ${found.id}::uuid`
        return toWebhook(await transaction.webhook.findUniqueOrThrow({ where: { actor } }))
      }),
    switchOff: (actor, requester) =>
      change(actor, { requester, verb: 'webhook.switch-off' }, async (transaction, found) => {
        await transaction.$executeRaw`
          UPDATE webhook SET off_at = delivery_clock(), off_reason = 'person'
          WHERE id = ${found.id}::uuid AND off_at IS NULL`
        await transaction.$executeRaw`
          UPDATE webhook_event SET next_attempt_at = NULL
          WHERE webhook_id = ${found.id}::uuid AND next_attempt_at IS NOT NULL`
        return toWebhook(await transaction.webhook.findUniqueOrThrow({ where: { actor } }))
      }),
    remove: (actor, requester) =>
      change(actor, { requester, verb: 'webhook.remove' }, async (transaction, found) => {
        await transaction.webhookEvent.deleteMany({ where: { webhookId: found.id } })
        await transaction.webhook.delete({ where: { id: found.id } })
      }),
    addTest: (actor, requester) =>
      change(actor, { requester, verb: 'webhook.test' }, async (transaction, found) => {
        refuseOff(found)
        const data = { webhookId: found.id, type: 'webhook.test' }
        return transaction.webhookEvent.create({ data, select: { id: true } })
      }),
    resend: (actor, eventId, requester) =>
      change(actor, { requester, verb: 'webhook.resend' }, async (transaction, found) => {
        refuseOff(found)
        const count = await transaction.$executeRaw`
          UPDATE webhook_event SET next_attempt_at = delivery_clock(), schedule_step = 0, told_at = NULL,
            expires_at = clock_timestamp() + interval '30 days'
          WHERE id = ${eventId}::uuid AND webhook_id = ${found.id}::uuid`
        if (count === 0) throw new AppError('not_found', 'There is no such event.')
      }),
    async events(actor, cursor) {
      const found = await prisma.webhook.findUnique({ where: { actor }, select: { id: true } })
      if (!found) throw new AppError('not_found', 'There is no webhook.')
      return listEvents(prisma, found.id, cursor)
    },
    sealed: (most) => prisma.webhook.findMany({ select: { actor: true, sealed: true }, take: most }),
    async reseal(actor, sealed, anew) {
      const { count } = await prisma.webhook.updateMany({ where: { actor, sealed }, data: { sealed: anew } })
      return count === 1
    },
    claim: (standing, most) => claimEvents(database, { standing, most, leaseMs }),
    settle: (event, settlement) => settleEvent(database, event, settlement),
  }
}

/** @throws {AppError} `not_found`, `not_allowed` */
async function requireSender(transaction: Transaction, actor: string): Promise<void> {
  if (!actor.startsWith('key:')) return
  const id = z.uuid().safeParse(actor.slice(4)).data
  const key = id && (await transaction.apiKey.findUnique({ where: { id }, select: { revokedAt: true } }))
  if (!key) throw new AppError('not_found', 'There is no such key.')
  if (key.revokedAt) throw new AppError('not_allowed', 'The key is revoked.')
}

function refuseOff({ offAt }: Row): void {
  if (offAt) throw new AppError('not_allowed', 'The webhook is off: set it again to switch it on.')
}

function toWebhook(row: Row): Webhook {
  const isOverlapping = row.beforeUntil !== null && row.beforeUntil.getTime() > Date.now()
  return {
    id: row.id,
    url: row.url,
    events: webhookSchema.shape.events.parse(row.events),
    state: row.offAt ? 'off' : 'on',
    off_reason: offReasons.find((reason) => reason === row.offReason) ?? null,
    off_since: row.offAt?.toISOString() ?? null,
    failing_since: row.failingSince?.toISOString() ?? null,
    created_at: row.createdAt.toISOString(),
    old_secret_until: isOverlapping ? (row.beforeUntil?.toISOString() ?? null) : null,
  }
}
