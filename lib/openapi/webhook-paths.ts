import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { fieldErrorMessage } from '@/lib/validation/field-error-message'
import {
  type KeptEvent,
  type MadeWebhook,
  madeWebhookSchema,
  payloadOf,
  sentEventSchema,
  type Webhook,
  type WebhookEvents,
  webhookEventsSchema,
  webhookEventTypes,
  webhookSchema,
} from '@/lib/webhooks/webhook'
import { secretRotationSchema, webhookInputSchema } from '@/lib/webhooks/webhook-input'
import { countedHeaders } from './answer-headers'
import {
  bodyResponses,
  callerResponses,
  lengthResponses,
  notKnownToBeStoredResponse,
  openapiError,
  unavailableResponse,
} from './answers'
import { keySecurity } from './key-security'
import { statusExample } from './lead-examples'

const webhook: Webhook = {
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
const made: MadeWebhook = { ...webhook, secret: 'whsec_MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=' }
const kept: KeptEvent = {
  id: '3f1b1f6e-0a1c-4d1e-8f55-2a6c0d9b7e10',
  type: 'lead.delivered',
  at: new Date('2026-11-27T09:30:00.000Z'),
  leadId: statusExample.id,
  state: 'delivered',
  replacedById: null,
}
const told: WebhookEvents = {
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

const answer = (description: string, schema: z.ZodType, example: unknown): ZodOpenApiResponseObject => ({
  description,
  headers: countedHeaders,
  content: { 'application/json': { schema, example } },
})

const none = openapiError('There is no webhook, or no such event.', {
  code: 'not_found',
  message: 'There is no webhook.',
})
const isOff = openapiError('The webhook is off.', {
  code: 'not_allowed',
  message: 'The webhook is off: set it again to switch it on.',
})
const doneSchema = z.object({ done: z.literal(true) })

const asks = { security: keySecurity, tags: ['Webhooks'] }
const readErrors = { ...callerResponses, 404: none, ...lengthResponses, 503: unavailableResponse }
const changeErrors = { ...callerResponses, 404: none, ...lengthResponses, 503: notKnownToBeStoredResponse }

const readWebhook: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'readWebhook',
  summary: "The key's webhook, and how it stands",
  responses: { 200: answer('The webhook, never its secret.', webhookSchema, webhook), ...readErrors },
}

const setWebhook: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'setWebhook',
  summary: 'Make or change the webhook of the key, and switch it on',
  description:
    'Each event is a POST of JSON that is signed as [Standard Webhooks](https://www.standardwebhooks.com) says; verify it with their libraries. It holds ids and states, nothing of a person. Events of one lead come one after the other, each at least once: whoever has seen a `webhook-id` has it. Anything but a 2xx within 15 s is tried again for three days; redirects are not followed; `Retry-After` on 429 and 503 is kept to, up to an hour; 410 switches the webhook off. The address has to be public and to begin with https://.',
  requestBody: { content: { 'application/json': { schema: webhookInputSchema } }, required: true },
  responses: {
    200: answer(
      'The webhook; `secret` only where it is new, this once.',
      z.union([madeWebhookSchema, webhookSchema]),
      made,
    ),
    ...bodyResponses,
    ...changeErrors,
    422: openapiError('Fields are wrong.', {
      code: 'invalid_fields',
      message: '1 field is wrong; see errors.',
      errors: [{ field: 'url', code: 'not_https', message: 'Must begin with https://.' }],
    }),
  },
}

const removeWebhook: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'removeWebhook',
  summary: 'Remove the webhook, its secret and its records',
  responses: { 200: answer('It is gone.', doneSchema, { done: true }), ...changeErrors },
}

const rotateWebhookSecret: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'rotateWebhookSecret',
  summary: 'Get a new secret; the old one signs too for a while',
  requestBody: { content: { 'application/json': { schema: secretRotationSchema } }, required: true },
  responses: {
    200: answer('The webhook with its new secret, this once.', madeWebhookSchema, made),
    ...bodyResponses,
    ...changeErrors,
    422: openapiError('Fields are wrong.', {
      code: 'invalid_fields',
      message: '1 field is wrong; see errors.',
      errors: [{ field: 'overlap_hours', code: 'too_large', message: 'Must be at most 720.' }],
    }),
  },
}

const testWebhook: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'testWebhook',
  summary: 'Have an event of the type webhook.test sent',
  responses: {
    202: answer('It is on its way.', sentEventSchema, { id: kept.id }),
    409: isOff,
    ...changeErrors,
  },
}

const listWebhookEvents: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'listWebhookEvents',
  summary: 'What was told, newest first, with each try and what came back',
  description: 'Kept for 30 days. Fifty at a time.',
  requestParams: {
    query: z.object({
      cursor: z.string().optional().meta({ description: 'The `next_cursor` of the page before.' }),
    }),
  },
  responses: {
    200: answer('A page of events.', webhookEventsSchema, told),
    ...readErrors,
    422: openapiError('The cursor is not one of ours, or a parameter is not known.', {
      code: 'invalid_fields',
      message: '1 parameter is wrong; see errors.',
      errors: [{ field: 'cursor', code: 'invalid_cursor', message: fieldErrorMessage('invalid_cursor', {}) }],
    }),
  },
}

const resendWebhookEvent: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'resendWebhookEvent',
  summary: 'Have an event told again',
  requestParams: {
    path: z.object({ id: z.uuid().meta({ description: 'The `id` of the event.', examples: [kept.id] }) }),
  },
  responses: { 202: answer('It is on its way.', doneSchema, { done: true }), 409: isOff, ...changeErrors },
}

/** The addresses by which a key keeps its webhook. */
export const webhookPaths: ZodOpenApiPathsObject = {
  '/api/webhook': { get: readWebhook, put: setWebhook, delete: removeWebhook },
  '/api/webhook/rotate': { post: rotateWebhookSecret },
  '/api/webhook/test': { post: testWebhook },
  '/api/webhook/events': { get: listWebhookEvents },
  '/api/webhook/events/{id}/resend': { post: resendWebhookEvent },
}
