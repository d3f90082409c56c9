import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import {
  leadEventSchema,
  payloadOf,
  testEventSchema,
  testType,
  webhookEventTypes,
} from '@/lib/webhooks/webhook'
import { type EventType, eventExamples, keptExample } from './webhook-examples'

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
