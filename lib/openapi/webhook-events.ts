import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import type { LeadStatus } from '@/lib/leads/lead'
import {
  type KeptEvent,
  leadEventSchema,
  type MadeWebhook,
  payloadOf,
  testEventSchema,
  testType,
  type Webhook,
  type WebhookEvents,
  webhookEventTypes,
} from '@/lib/webhooks/webhook'
import { replacedExample, statusExample } from './lead-examples'

type EventType = KeptEvent['type']

/** What each tells, and how its lead stands then. */
const eventExamples: Record<EventType, { summary: string; state: LeadStatus | null }> = {
  'lead.delivered': { summary: 'Vitec has the lead', state: 'delivered' },
  'lead.rejected': { summary: 'Vitec refused the lead', state: 'rejected' },
  'lead.unknown': { summary: 'The lead was sent, and nothing says whether it arrived', state: 'unknown' },
  'lead.failed': { summary: 'The lead could not be sent for a long time', state: 'failed' },
  'lead.cancelled': { summary: 'A person has stopped the lead', state: 'cancelled' },
  'lead.replaced': {
    summary: 'Staff have made another lead of it, which takes its place',
    state: 'rejected',
  },
  [testType]: { summary: 'A test that somebody asked for', state: null },
}

/** An event as it is kept, for examples. */
export const keptExample = (type: EventType): KeptEvent => ({
  id: '3f1b1f6e-0a1c-4d1e-8f55-2a6c0d9b7e10',
  type,
  at: new Date('2026-11-27T09:30:00.000Z'),
  leadId: type === testType ? null : statusExample.id,
  state: eventExamples[type].state,
  replacedById: type === 'lead.replaced' ? replacedExample.replaced_by : null,
})

export const webhookExample: Webhook = {
  id: '01a0c1de-7b8a-7c11-9d55-0f2f6b1f1a01',
  url: 'https://example.com/leads',
  events: [...webhookEventTypes],
  state: 'on',
  off_reason: null,
  off_since: null,
  failing_since: null,
  created_at: '2026-11-27T09:00:00.000Z',
  old_secret_until: null,
}
export const madeExample: MadeWebhook = {
  ...webhookExample,
  secret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=',
}
const kept = keptExample('lead.delivered')
export const eventsExample: WebhookEvents = {
  events: [
    {
      id: kept.id,
      type: kept.type,
      payload: payloadOf(kept),
      at: kept.at.toISOString(),
      state: 'told',
      next_attempt_at: null,
      attempts: [
        {
          ...{ number: 1, started_at: '2026-11-27T09:30:01.000Z', took_ms: 84 },
          ...{ http_status: 204, fault: null, answer: '' },
        },
      ],
    },
  ],
  next_cursor: null,
  has_more: false,
}

const headers = z.object({
  'webhook-id': z.string().meta({
    description: 'The event. It stays the same however often it is sent: whoever has seen it has it.',
    examples: [keptExample(testType).id],
  }),
  'webhook-timestamp': z.string().meta({
    description: 'When it is sent, in seconds since 1970. Refuse what is more than five minutes off.',
    examples: ['1795858201'],
  }),
  'webhook-signature': z.string().meta({
    description:
      '`v1,` and the base64 of an HMAC-SHA256 with the secret over `webhook-id.webhook-timestamp.body`; while a secret is being replaced two, with a space between. One that is right is enough.',
    examples: ['v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4='],
  }),
})

const description =
  'Signed as [Standard Webhooks](https://www.standardwebhooks.com) says; verify it with their libraries. It holds ids and states, nothing of a person. Events of one lead come one after the other, each at least once. Anything but a 2xx within 15 s is tried again for three days; redirects are not followed.'

/** What receivers are to answer; nobody reads their bodies. */
const responses: ZodOpenApiOperationObject['responses'] = {
  '2XX': { description: 'It was received, and is not sent again.' },
  410: { description: 'Switch the webhook off, at once.' },
  503: {
    description:
      'Later: it is tried again, no sooner than `Retry-After` says, up to an hour. 429 is the same.',
    headers: z.object({
      'Retry-After': z
        .int()
        .min(0)
        .optional()
        .meta({ header: { description: 'Seconds.' } }),
    }),
  },
  default: { description: 'It is tried again.' },
}

const toWebhook = (type: EventType): ZodOpenApiOperationObject => ({
  operationId: type.replaceAll(/\.(.)/g, (_, letter: string) => letter.toUpperCase()),
  tags: ['Webhooks'],
  // By its signature a receiver knows who calls.
  security: [],
  ...{ summary: eventExamples[type].summary, description },
  requestParams: { header: headers },
  requestBody: {
    required: true,
    content: {
      'application/json': {
        schema: type === testType ? testEventSchema : leadEventSchema,
        example: JSON.parse(payloadOf(keptExample(type))),
      },
    },
  },
  responses,
})

/** What the receiver of a key is called with. */
export const webhookEvents: ZodOpenApiPathsObject = Object.fromEntries(
  [...webhookEventTypes, testType].map((type) => [type, { post: toWebhook(type) }]),
)
