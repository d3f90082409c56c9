import { z } from 'zod'
import { leadStatusSchema } from '@/lib/leads/lead'

/** What a sender is told of its leads; a webhook is told all of it unless it names what it wants. */
export const webhookEventTypes = [
  'lead.delivered',
  'lead.rejected',
  'lead.unknown',
  'lead.failed',
  'lead.cancelled',
  'lead.replaced',
] as const
/** What somebody asks for, to see whether it arrives. */
export const testType = 'webhook.test'

/**
 * Why nothing is told any more. `failed`: three days of tries in vain. `gone`: the receiver answered 410. `person`: an
 * administrator switched it off.
 */
export const offReasons = ['failed', 'gone', 'person'] as const

/** A webhook, never with its secret. */
export const webhookSchema = z.object({
  id: z.uuid(),
  url: z.string(),
  events: z.array(z.enum(webhookEventTypes)),
  state: z.enum(['on', 'off']),
  off_reason: z.enum(offReasons).nullable(),
  off_since: z.iso.datetime().nullable(),
  /** Since when no try has come through. */
  failing_since: z.iso.datetime().nullable(),
  created_at: z.iso.datetime(),
  /** Until when the secret before the last one signs too. */
  old_secret_until: z.iso.datetime().nullable(),
})
export type Webhook = z.infer<typeof webhookSchema>

/** A webhook and its new secret: the only time that it is told. */
export const madeWebhookSchema = webhookSchema.extend({ secret: z.string() })
export type MadeWebhook = z.infer<typeof madeWebhookSchema>

/** Something that was put down to be told. */
export const sentEventSchema = z.object({ id: z.uuid() })

export const webhookAttemptSchema = z.object({
  number: z.int(),
  started_at: z.iso.datetime(),
  /** In ms; `null` while it is under way, and where the process that made it is gone. */
  took_ms: z.int().nullable(),
  http_status: z.int().nullable(),
  /** Why there was no answer, such as `TIMEOUT`; `null` where there was. */
  fault: z.string().nullable(),
  /** How the answer began. */
  answer: z.string().nullable(),
})

/** Something that is told, and how that went. */
export const webhookEventSchema = z.object({
  id: z.uuid(),
  type: z.enum([...webhookEventTypes, testType]),
  /** What is sent, as JSON. */
  payload: z.string(),
  at: z.iso.datetime(),
  state: z.enum(['waiting', 'told', 'given_up']),
  next_attempt_at: z.iso.datetime().nullable(),
  attempts: z.array(webhookAttemptSchema),
})
export type WebhookEvent = z.infer<typeof webhookEventSchema>

/** Newest first. `next_cursor`: of what follows, where something does. */
export const webhookEventsSchema = z.object({
  events: z.array(webhookEventSchema),
  next_cursor: z.string().nullable(),
  has_more: z.boolean(),
})
export type WebhookEvents = z.infer<typeof webhookEventsSchema>

/** An event as it is kept. */
export const keptEventSchema = z.object({
  id: z.uuid(),
  type: z.enum([...webhookEventTypes, testType]),
  at: z.date(),
  leadId: z.uuid().nullable(),
  state: leadStatusSchema.nullable(),
  replacedById: z.uuid().nullable(),
})
export type KeptEvent = z.infer<typeof keptEventSchema>

/** What is sent: ids and states, nothing of a person. The same at each try, because it is what was signed. */
export function payloadOf({ type, at, leadId, state, replacedById }: KeptEvent): string {
  return JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: {
      ...(leadId !== null && { id: leadId, state }),
      ...(replacedById !== null && { replaced_by: replacedById }),
    },
  })
}

/** A call as it arrived at the open sandbox's own receiver. `body` is as much of it as is shown. */
export type ReceivedCall = {
  /** Of this process, counted up. */
  number: number
  at: string
  webhookId: string
  timestamp: string
  signature: string
  body: string
}
