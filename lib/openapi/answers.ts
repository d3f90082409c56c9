import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { type ErrorAnswer, errorAnswerSchema } from '@/lib/lead/lead-answer'

export const exampleRequestId = '0b9df5a4-3b1f-4e0a-9a53-6a1f2f5f7c11'

const requestIdHeader = z
  .string()
  .meta({ header: { id: 'RequestId', description: 'The same as `request_id` in the body.' } })
const retryAfterHeader = z
  .int()
  .min(0)
  .meta({ header: { id: 'RetryAfter', description: 'Seconds to wait before trying again.' } })
const locationHeader = z
  .string()
  .meta({ header: { id: 'LeadLocation', description: 'Where to ask what became of the lead.' } })

export const answerHeaders = z.object({ 'X-Request-Id': requestIdHeader })

const limitHeader = z
  .string()
  .optional()
  .meta({
    header: {
      id: 'RateLimit',
      description:
        'For each limit, how many requests remain (`r`) and in how many seconds the whole quota is back (`t`), such as `"address";r=598;t=1, "key";r=58;t=2`. Not in the open sandbox, which has no limits.',
    },
  })
const limitPolicyHeader = z
  .string()
  .optional()
  .meta({
    header: {
      id: 'RateLimitPolicy',
      description:
        'For each limit, its quota (`q`) in a window of `w` seconds, such as `"address";q=600;w=60, "key";q=60;w=60`. A quota may be spent at once; it comes back evenly.',
    },
  })

/** Of an answer to a request that was counted. */
export const countedHeaders = answerHeaders.extend({
  RateLimit: limitHeader,
  'RateLimit-Policy': limitPolicyHeader,
})
const replayedHeader = z
  .literal('true')
  .optional()
  .meta({
    header: { description: 'Only where this is the first answer to the same Idempotency-Key, again.' },
  })

/** Of an answer to a lead that is stored. */
export const leadHeaders = countedHeaders.extend({
  Location: locationHeader,
  'Idempotent-Replayed': replayedHeader,
})
/** Of an answer that may be either: a lead that is stored, or a request that was refused. */
export const maybeLeadHeaders = countedHeaders.extend({
  Location: z
    .string()
    .optional()
    .meta({ header: { description: 'Only where the lead is stored.' } }),
  'Idempotent-Replayed': replayedHeader,
})
/** Of an answer that asks to try again later. */
export const waitHeaders = countedHeaders.extend({ 'Retry-After': retryAfterHeader })

type ErrorExample = Omit<ErrorAnswer, 'status' | 'request_id'>

/** An error as it looks in an answer. */
export const errorExample = (example: ErrorExample): ErrorAnswer => ({
  status: 'ERROR',
  ...example,
  request_id: exampleRequestId,
})

/** An answer that refuses the request. */
export function errorResponse(description: string, example: ErrorExample): ZodOpenApiResponseObject {
  return {
    description,
    headers: countedHeaders,
    content: { 'application/json': { schema: errorAnswerSchema, example: errorExample(example) } },
  }
}

/** 503: the service could not do its work; the request may be sent again. */
export const unavailableResponse: ZodOpenApiResponseObject = {
  ...errorResponse('The service cannot answer right now; nothing was stored or sent. Try again.', {
    code: 'unavailable',
    message: 'The service cannot answer right now. Nothing was lost: try again.',
  }),
  id: 'Unavailable',
  headers: waitHeaders,
}

/** What every address for systems may answer to a caller that has no key, may not do this, or has spent its limit. */
export const callerResponses: Record<401 | 403 | 429, ZodOpenApiResponseObject> = {
  401: {
    ...errorResponse('No key, or one that is unknown, expired or revoked.', {
      code: 'unauthenticated',
      message: 'Sign in, or send an API key.',
    }),
    id: 'Unauthenticated',
  },
  403: {
    ...errorResponse('The key may not use that customer; or whoever is signed in only reads.', {
      code: 'forbidden',
      message: 'This key may not use that customer_id.',
    }),
    id: 'Forbidden',
  },
  429: {
    ...errorResponse('More requests than the key, or the address it is used from, may make.', {
      code: 'rate_limited',
      message: 'Too many requests. Try again in 2 s.',
    }),
    id: 'RateLimited',
    headers: waitHeaders,
  },
}
