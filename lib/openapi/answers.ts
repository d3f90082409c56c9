import type { ZodOpenApiResponseObject } from 'zod-openapi'
import { type ErrorAnswer, errorAnswerSchema } from '@/lib/leads/lead-answer'
import { challengeHeader, countedHeaders, waitHeaders } from './answer-headers'

export const exampleRequestId = '0b9df5a4-3b1f-4e0a-9a53-6a1f2f5f7c11'

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

type Named = Record<string, ErrorExample & { summary: string }>

/** The same, where there is more than one reason. */
export const openapiErrors = (description: string, examples: Named): ZodOpenApiResponseObject => ({
  description,
  headers: countedHeaders,
  content: {
    'application/json': {
      schema: errorAnswerSchema,
      examples: Object.fromEntries(
        Object.entries(examples).map(([name, { summary, ...example }]) => [
          name,
          { summary, value: errorExample(example) },
        ]),
      ),
    },
  },
})

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

/** 503 to a change of something else: it is unknown whether it was made. */
export const notKnownToBeDoneResponse: ZodOpenApiResponseObject = {
  ...openapiError(
    'The service cannot answer right now. It is not known whether this was done: look, or do it again.',
    {
      code: 'unavailable',
      message:
        'The service cannot answer right now: it is not known whether this was stored. Repeat it with the same Idempotency-Key.',
    },
  ),
  id: 'NotKnownToBeDone',
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
    ...openapiErrors(
      'The key may not use that customer, or whoever is signed in only reads; or, without a key, a page of another site made a browser ask.',
      {
        forbidden: {
          summary: 'Not for this caller',
          code: 'forbidden',
          message: 'This key may not use that customer_id.',
        },
        foreignPage: {
          summary: 'A page of another site asks',
          code: 'foreign_page',
          message: 'A page of another site may not do this.',
        },
      },
    ),
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
