import { z } from 'zod'
import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { type ErrorAnswer, errorAnswerSchema } from '@/lib/leads/lead-answer'

export const exampleRequestId = '0b9df5a4-3b1f-4e0a-9a53-6a1f2f5f7c11'

const requestIdHeader = z
  .string()
  .meta({ header: { id: 'RequestId', description: 'The same as `request_id` in the body.' } })
const retryAfterHeader = z
  .int()
  .min(0)
  .meta({ header: { id: 'RetryAfter', description: 'Seconds to wait before trying again.' } })
export const challengeHeader = z
  .literal('Bearer realm="Lead API"')
  .meta({ header: { description: 'How to say who one is: by a key, or for metrics by their token.' } })
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
        'For each limit, how many requests remain (`r`) and in how many seconds the whole quota is back (`t`), such as `"address";r=598;t=1, "key";r=58;t=2`. With IPv6 also for the networks of 56 and 48 bits that the address is in. Not in the open sandbox, which has no limits.',
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

const askAgainHeader = z
  .int()
  .min(0)
  .optional()
  .meta({
    header: {
      id: 'AskAgain',
      description:
        'Seconds after which there may be news of the lead: until it is attempted next (5 to 3,600), or 900 where a person has to do something first. Not where nothing more is to come. Ask no sooner.',
    },
  })
const tagHeader = z
  .string()
  .optional()
  .meta({
    header: {
      id: 'LeadTag',
      description:
        'Changes whenever the answer does. Send it back as `If-None-Match`, and an answer that is the same is a 304 without a body. It is made with the secret of the key: after a new secret it is another one.',
    },
  })

/** Of the answer to what became of a lead. */
export const leadStatusHeaders = countedHeaders.extend({ 'Retry-After': askAgainHeader, ETag: tagHeader })

/** Of an answer to a lead that is stored. */
export const leadHeaders = countedHeaders.extend({
  Location: locationHeader,
  'Idempotent-Replayed': replayedHeader,
})
/** Of one whose outcome is still to come. */
export const openLeadHeaders = leadHeaders.extend({ 'Retry-After': askAgainHeader.unwrap() })
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
export function openapiError(description: string, example: ErrorExample): ZodOpenApiResponseObject {
  return {
    description,
    headers: countedHeaders,
    content: { 'application/json': { schema: errorAnswerSchema, example: errorExample(example) } },
  }
}

/** 503 to a question: the service could not do its work; it may be asked again. */
export const unavailableResponse: ZodOpenApiResponseObject = {
  ...openapiError('The service cannot answer right now. Try again.', {
    code: 'unavailable',
    message: 'The service cannot answer right now. Try again.',
  }),
  id: 'Unavailable',
  headers: waitHeaders,
}

/** 503 to something that was to be stored: it is unknown whether it is. */
export const notKnownToBeStoredResponse: ZodOpenApiResponseObject = {
  ...openapiError(
    'The service cannot answer right now, for instance because its database does not: it says so within 5 s. It is not known whether the lead was stored; if it was, it is delivered. Repeat the request with the same `Idempotency-Key`, and it is stored and sent once; without a key, a repeat may make a second lead.',
    {
      code: 'unavailable',
      message:
        'The service cannot answer right now: it is not known whether this was stored. Repeat it with the same Idempotency-Key.',
    },
  ),
  id: 'NotKnownToBeStored',
  headers: waitHeaders,
}

/** What every address for systems may answer to a caller that has no key, may not do this, or has spent its limit. */
export const callerResponses: Record<401 | 403 | 429, ZodOpenApiResponseObject> = {
  401: {
    ...openapiError('No key, or one that is unknown, expired, revoked or replaced: `message` says which.', {
      code: 'unauthenticated',
      message: 'This API key has expired. Ask for another one.',
    }),
    id: 'Unauthenticated',
    headers: countedHeaders.extend({ 'WWW-Authenticate': challengeHeader }),
  },
  403: {
    ...openapiError('The key may not use that customer; or whoever is signed in only reads.', {
      code: 'forbidden',
      message: 'This key may not use that customer_id.',
    }),
    id: 'Forbidden',
  },
  429: {
    ...openapiError(
      'More requests than the key, or the address it is used from, may make: `message` says which.',
      {
        code: 'rate_limited',
        message: 'This key may make 60 requests in 60 s, and has made them. Try again in 2 s.',
      },
    ),
    id: 'RateLimited',
    headers: waitHeaders,
  },
}

/** What every address answers to a request that is too long to be looked at. */
export const lengthResponses: Record<414 | 431, ZodOpenApiResponseObject> = {
  414: {
    ...openapiError('The address is longer than 2,048 characters.', {
      code: 'address_too_long',
      message: 'The address is longer than 2048 characters.',
    }),
    id: 'AddressTooLong',
    headers: answerHeaders,
  },
  431: {
    ...openapiError(
      'A header that is read is longer than 1,024 characters, which `message` names; or all together are longer than 16 KiB.',
      {
        code: 'header_too_long',
        message: 'The header idempotency-key is longer than 1024 characters.',
      },
    ),
    id: 'HeaderTooLong',
    headers: answerHeaders,
  },
}

/** What every address answers to a body that cannot be read. */
export const bodyResponses: Record<400 | 413 | 415, ZodOpenApiResponseObject> = {
  400: openapiError('The body is not JSON.', {
    code: 'not_json',
    message: 'The body is not JSON in UTF-8.',
  }),
  413: openapiError('The body is larger than 64 KiB, as it is or unpacked.', {
    code: 'body_too_large',
    message: 'The body is larger than 65536 bytes.',
  }),
  415: openapiError(
    'The body is not application/json in UTF-8, or packed otherwise than with gzip or deflate.',
    {
      code: 'wrong_content_type',
      message: 'Send JSON as application/json, in UTF-8.',
    },
  ),
}
