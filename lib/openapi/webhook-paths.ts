import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject, ZodOpenApiResponseObject } from 'zod-openapi'
import { fieldErrorMessage } from '@/lib/validation/field-error-message'
import {
  madeWebhookSchema,
  sentEventSchema,
  webhookEventsSchema,
  webhookSchema,
} from '@/lib/webhooks/webhook'
import { secretRotationSchema, webhookInputSchema } from '@/lib/webhooks/webhook-input'
import { countedHeaders } from './answer-headers'
import {
  bodyResponses,
  callerResponses,
  notKnownToBeDoneResponse,
  openapiError,
  unavailableResponse,
} from './answers'
import { keySecurity } from './key-security'
import { eventsExample, keptExample, madeExample, webhookExample } from './webhook-events'

const eventId = keptExample('webhook.test').id

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
const doneSchema = z.object({ done: z.literal(true).meta({ description: 'It is.' }) })

const asks = { security: keySecurity, tags: ['Webhooks'] }
const readErrors = { ...callerResponses, 404: none, 503: unavailableResponse }
const setErrors = { ...callerResponses, 503: notKnownToBeDoneResponse }
const changeErrors = { ...setErrors, 404: none }

const readWebhook: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'readWebhook',
  summary: "The key's webhook, and how it stands",
  description: 'Where events of its leads are sent, and whether they arrive.',
  responses: { 200: answer('The webhook, never its secret.', webhookSchema, webhookExample), ...readErrors },
}

const setWebhook: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'setWebhook',
  summary: 'Make or change the webhook of the key, and switch it on',
  description:
    'What is sent there stands under `webhooks`. The address has to be public and to begin with https://; the open sandbox may call this machine besides. A changed address keeps its secret.',
  requestBody: {
    content: {
      'application/json': {
        schema: webhookInputSchema,
        example: { url: webhookExample.url, events: ['lead.delivered', 'lead.rejected'] },
      },
    },
    required: true,
  },
  responses: {
    200: {
      description: 'The webhook; `secret` only where it is new, this once.',
      headers: countedHeaders,
      content: {
        'application/json': {
          schema: z.union([madeWebhookSchema, webhookSchema]),
          examples: {
            made: { summary: 'A new one', value: madeExample },
            changed: { summary: 'One that was there', value: webhookExample },
          },
        },
      },
    },
    ...bodyResponses,
    ...setErrors,
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
  description: 'Nothing is told any more, and what was told is forgotten.',
  responses: { 200: answer('It is gone.', doneSchema, { done: true }), ...changeErrors },
}

const rotateWebhookSecret: ZodOpenApiOperationObject = {
  ...asks,
  operationId: 'rotateWebhookSecret',
  summary: 'Get a new secret; the old one signs too for a while',
  description:
    'Meanwhile `webhook-signature` has a signature with each, so that a receiver may take its time. With 0 hours the old one ends at once. Only the last two are ever taken: who rotates again ends the one before them.',
  requestBody: {
    content: { 'application/json': { schema: secretRotationSchema, example: { overlap_hours: 24 } } },
    required: true,
  },
  responses: {
    200: answer('The webhook with its new secret, this once.', madeWebhookSchema, madeExample),
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
  description: 'At once, and signed like any other. `GET /api/webhook/events` says what came of it.',
  responses: {
    202: answer('It is on its way.', sentEventSchema, { id: eventId }),
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
    200: answer('A page of events.', webhookEventsSchema, eventsExample),
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
  description: 'Under the `webhook-id` that it has: who saw it the first time knows it.',
  requestParams: {
    path: z.object({ id: z.uuid().meta({ description: 'The `id` of the event.', examples: [eventId] }) }),
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
