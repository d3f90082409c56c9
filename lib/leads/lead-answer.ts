import { z } from 'zod'
import { errorCodes } from '@/lib/errors'
import { addressErrorCodes, leadErrorCodes } from '@/lib/validation/field-error'
import { leadStatusSchema } from './lead'
import { leadWarningSchema } from './lead-warning'

const errorCodeSchema = z.enum(errorCodes)

const requestId = z.string().meta({
  description: 'Names this request in our logs; also in the header X-Request-Id.',
  examples: ['0b9df5a4-3b1f-4e0a-9a53-6a1f2f5f7c11'],
})
const leadId = z.uuid().meta({
  description: 'The lead: GET /api/lead/{id} says what became of it.',
  examples: ['019ac1d2-7c1e-7f4a-8a57-2f6f3c0e9b11'],
})
const warnings = z.array(z.string()).meta({
  description: 'What was accepted but not used, or not printed in the message.',
})

/** The answer to a lead that is stored. */
export const leadAnswerSchema = z
  .object({
    status: z.enum(['OK', 'QUEUED', 'UNKNOWN', 'REJECTED']).meta({
      description:
        'OK: Vitec accepted it. QUEUED: stored, will be sent. UNKNOWN: sent, and no answer says whether it arrived. REJECTED: stored, refused by Vitec for good.',
    }),
    message: z.string().meta({ description: "Vitec's own answer where it gave one, else ours." }),
    id: leadId,
    warnings: warnings.exactOptional(),
    warning_details: z
      .array(leadWarningSchema.meta({ id: 'LeadWarning' }))
      .exactOptional()
      .meta({ description: 'The same, with a code for each.' }),
    request_id: requestId,
  })
  .meta({ id: 'LeadAnswer' })
export type LeadAnswer = z.infer<typeof leadAnswerSchema>

const fieldErrorSchema = z
  .object({
    field: z.string().meta({ description: 'Dotted path; `body` for the request as a whole.' }),
    code: z.enum([...leadErrorCodes, ...addressErrorCodes]),
    message: z.string(),
    params: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .exactOptional()
      .meta({
        description: 'The limits that the message names.',
      }),
  })
  .meta({ id: 'FieldError' })

const callerErrorCodes = errorCodeSchema.extract([
  'not_json',
  'wrong_content_type',
  'body_too_large',
  'address_too_long',
  'header_too_long',
  'invalid_fields',
  'no_default_customer',
  'invalid_idempotency_key',
  'key_reused',
  'key_in_flight',
  'not_found',
  'not_allowed',
  'unauthenticated',
  'forbidden',
  'rate_limited',
  'unauthenticated',
  'forbidden',
  'unavailable',
])

/** The answer to a request that was refused; nothing was stored. */
export const errorAnswerSchema = z
  .object({
    status: z.literal('ERROR'),
    code: callerErrorCodes,
    message: z.string(),
    errors: z.array(fieldErrorSchema).exactOptional().meta({ description: 'Every wrong field, at once.' }),
    request_id: requestId,
  })
  .meta({ id: 'ErrorAnswer' })
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>

/** What became of a lead. Times are ISO 8601 in UTC. */
export const leadStatusAnswerSchema = z
  .object({
    id: leadId,
    status: leadStatusSchema,
    message: z.string().meta({
      description: 'The last word on it; where it waits and is sent by nobody just now, why.',
    }),
    vitec_lead_id: z.string().nullable(),
    lead_message: z
      .string()
      .meta({ description: "The Swedish text, as sent; empty once the person's data have been removed." }),
    created_at: z.iso.datetime(),
    delivered_at: z.iso.datetime().nullable(),
    next_attempt_at: z.iso.datetime().nullable(),
    attempts: z.int().min(0).meta({ description: 'How many were begun.' }),
  })
  .meta({ id: 'LeadStatusAnswer' })
export type LeadStatusAnswer = z.infer<typeof leadStatusAnswerSchema>

/** One active lead source of a customer. `id` is what a lead calls `lead_id`. */
export const leadSourceAnswerSchema = z
  .object({ id: z.string(), name: z.string() })
  .meta({ id: 'LeadSource', examples: [{ id: 'LEAD456', name: 'Real AI Valuation Leads' }] })

export const healthAnswerSchema = z
  .object({ status: z.literal('OK'), message: z.string() })
  .meta({ id: 'HealthAnswer' })
export const liveAnswerSchema = healthAnswerSchema
  .extend({ version: z.string().meta({ description: 'Of the product.', examples: ['0.2.0'] }) })
  .meta({ id: 'LiveAnswer' })
export type HealthAnswer = z.infer<typeof healthAnswerSchema>
