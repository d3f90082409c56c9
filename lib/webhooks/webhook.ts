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
export const testType = 'webhook.test' as const

/**
 * Why nothing is told any more. `failed`: three days of tries in vain. `gone`: the receiver answered 410. `person`: an
 * administrator switched it off.
 */
export const offReasons = ['failed', 'gone', 'person'] as const

/** A webhook, never with its secret. */
export const webhookSchema = z
  .object({
    id: z.uuid().meta({ description: 'The webhook; an administrator sees it, too.' }),
    url: z.string().meta({ description: 'Where events are sent.' }),
    events: z.array(z.enum(webhookEventTypes)).meta({ description: 'The types that are sent.' }),
    state: z.enum(['on', 'off']).meta({ description: 'off: nothing is told, nor put down to be told.' }),
    off_reason: z.enum(offReasons).nullable().meta({
      description:
        'failed: three days of tries in vain. gone: the receiver answered 410. person: an administrator switched it off.',
    }),
    off_since: z.iso.datetime().nullable().meta({ description: 'null while it is on.' }),
    failing_since: z.iso.datetime().nullable().meta({ description: 'Since when no try has come through.' }),
    created_at: z.iso.datetime().meta({ description: 'When it was made.' }),
    old_secret_until: z.iso.datetime().nullable().meta({
      description: 'Until when the secret before the last one signs too.',
    }),
  })
  .meta({ id: 'Webhook' })
export type Webhook = z.infer<typeof webhookSchema>

/** A webhook and its new secret: the only time that it is told. */
export const madeWebhookSchema = webhookSchema
  .extend({ secret: z.string().meta({ description: 'Told this once; Standard Webhooks writes it so.' }) })
  .meta({ id: 'MadeWebhook' })
export type MadeWebhook = z.infer<typeof madeWebhookSchema>

/** Something that was put down to be told. */
export const sentEventSchema = z.object({
  id: z.uuid().meta({ description: 'The `webhook-id` under which it comes.' }),
})

export const webhookAttemptSchema = z.object({
  number: z.int().meta({ description: 'Counted from 1.' }),
  started_at: z.iso.datetime().meta({ description: 'When the call was begun.' }),
  took_ms: z
    .int()
    .nullable()
    .meta({ description: 'null while it is under way, and where the process that made it is gone.' }),
  http_status: z.int().nullable().meta({ description: 'What the receiver answered; null where it did not.' }),
  fault: z.string().nullable().meta({
    description: 'Why there was no answer, such as `TIMEOUT`; null where there was one.',
  }),
  answer: z.string().nullable().meta({ description: 'How the answer began.' }),
})

/** Something that is told, and how that went. */
export const webhookEventSchema = z
  .object({
    id: z.uuid().meta({ description: 'The `webhook-id` under which it comes.' }),
    type: z.enum([...webhookEventTypes, testType]).meta({ description: 'What happened.' }),
    payload: z.string().meta({ description: 'What is sent, as JSON.' }),
    at: z.iso.datetime().meta({ description: 'When it happened.' }),
    state: z.enum(['waiting', 'told', 'given_up']).meta({
      description:
        'told: a 2xx came back. given_up: three days of tries in vain, or the webhook was switched off.',
    }),
    next_attempt_at: z.iso.datetime().nullable().meta({ description: 'null where none is to come.' }),
    attempts: z.array(webhookAttemptSchema).meta({ description: 'Each call, and what came back.' }),
  })
  .meta({ id: 'WebhookEvent' })
export type WebhookEvent = z.infer<typeof webhookEventSchema>

/** Newest first. */
export const webhookEventsSchema = z
  .object({
    events: z.array(webhookEventSchema).meta({ description: 'Newest first.' }),
    next_cursor: z.string().nullable().meta({
      description: 'Ask again with it as `cursor` for the events before these; null on the last page.',
    }),
    has_more: z.boolean().meta({ description: 'Whether there is another page.' }),
  })
  .meta({ id: 'WebhookEvents' })
export type WebhookEvents = z.infer<typeof webhookEventsSchema>

const timestamp = z.iso
  .datetime()
  .meta({ description: 'When it happened. The header `webhook-timestamp` says when it is sent.' })

/** What a receiver is sent of a lead: ids and states, nothing of a person. */
export const leadEventSchema = z
  .object({
    type: z.enum(webhookEventTypes).meta({ description: 'What happened.' }),
    timestamp,
    data: z.object({
      id: z.uuid().meta({ description: 'The lead: `GET /api/lead/{id}` says all of it.' }),
      state: leadStatusSchema.meta({ description: 'How the lead stood then.' }),
      replaced_by: z.uuid().exactOptional().meta({
        description:
          'With `lead.replaced` alone: the lead that staff made of this one. It is theirs, and told to no key; people here know it by this id.',
      }),
    }),
  })
  .meta({ id: 'LeadEvent' })

/** What a receiver is sent where somebody asked for a test. */
export const testEventSchema = z
  .object({ type: z.literal(testType).meta({ description: 'A test.' }), timestamp, data: z.object({}) })
  .meta({ id: 'TestEvent' })

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
