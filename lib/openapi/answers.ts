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
const replayedHeader = z
  .literal('true')
  .optional()
  .meta({
    header: { description: 'Only where this is the first answer to the same Idempotency-Key, again.' },
  })

/** Of an answer to a lead that is stored. */
export const leadHeaders = answerHeaders.extend({
  Location: locationHeader,
  'Idempotent-Replayed': replayedHeader,
})
/** Of an answer that may be either: a lead that is stored, or a request that was refused. */
export const maybeLeadHeaders = answerHeaders.extend({
  Location: z
    .string()
    .optional()
    .meta({ header: { description: 'Only where the lead is stored.' } }),
  'Idempotent-Replayed': replayedHeader,
})
/** Of an answer that asks to try again later. */
export const waitHeaders = answerHeaders.extend({ 'Retry-After': retryAfterHeader })

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
    headers: answerHeaders,
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
