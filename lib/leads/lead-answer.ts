import { z } from 'zod'
import { errorCodes } from '@/lib/errors'
import { addressErrorCodes, leadErrorCodes, parameterErrorCodes } from '@/lib/validation/field-error'
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
const state = leadStatusSchema.meta({
  description:
    'How the lead stands, in the same words wherever a lead is told of. pending: stored, sent by itself. delivered: Vitec has it. unknown: sent, and no answer says whether it arrived; a person decides. rejected: Vitec refused it for good. failed: it could not be sent for a long time; a person decides. cancelled: a person has stopped it.',
})
const reference = z
  .string()
  .nullable()
  .meta({
    description: 'What its sender calls it; null where it was not said, or its person has been removed.',
    examples: ['ORDER-2026-0042'],
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
    state: state.describe(
      `${state.description} As of this answer: one that is repeated for its Idempotency-Key says what it said, and one that was kept before there was a state has none.`,
    ),
    reference,
    warnings: warnings.exactOptional(),
    warning_details: z
      .array(leadWarningSchema.meta({ id: 'LeadWarning' }))
      .exactOptional()
      .meta({ description: 'The same, with a code for each.' }),
    request_id: requestId,
  })
  .meta({ id: 'LeadAnswer' })
export type LeadAnswer = z.infer<typeof leadAnswerSchema>

/** Every code of what can be wrong with a field of a request, or a parameter of its address. */
export const fieldErrorCodesOfAnswers = z
  .enum([...leadErrorCodes, ...parameterErrorCodes, ...addressErrorCodes])
  .meta({ id: 'FieldErrorCode' })

/** Every code of a refusal that a caller of the API may meet. */
export const callerErrorCodes = errorCodeSchema
  .extract([
    'not_http',
    'invalid_address',
    'too_slow',
    'wrong_expectation',
    'wrong_host',
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
    'method_not_allowed',
    'unauthenticated',
    'forbidden',
    'foreign_page',
    'rate_limited',
    'unavailable',
  ])
  .meta({ id: 'ErrorCode' })

const fieldErrorSchema = z
  .object({
    field: z.string().meta({
      description: 'Dotted path, or a parameter of the address; `body` for the request as a whole.',
    }),
    code: fieldErrorCodesOfAnswers,
    message: z.string().meta({ description: 'In English, for people.' }),
    params: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .exactOptional()
      .meta({
        description: 'The limits that the message names.',
      }),
  })
  .meta({ id: 'FieldError' })

/** The answer to a request that was refused; nothing was stored. */
export const errorAnswerSchema = z
  .object({
    status: z.literal('ERROR').meta({ description: 'What was asked for was not done.' }),
    code: callerErrorCodes,
    message: z.string().meta({ description: 'In English, for people; it may change.' }),
    errors: z.array(fieldErrorSchema).exactOptional().meta({ description: 'Every wrong field, at once.' }),
    request_id: requestId,
  })
  .meta({ id: 'ErrorAnswer' })
export type ErrorAnswer = z.infer<typeof errorAnswerSchema>

/** What became of a lead. Times are ISO 8601 in UTC. */
export const leadStatusAnswerSchema = z
  .object({
    id: leadId,
    reference,
    state,
    status: leadStatusSchema.meta({ description: 'The same as `state`.' }),
    message: z.string().meta({
      description: 'The last word on it; where it waits and is sent by nobody just now, why.',
    }),
    customer_id: z.string().meta({
      description: 'As it was sent; empty where only the lead said it, and its person has been removed.',
    }),
    lead_id: z.string().meta({ description: 'The lead source, as it was sent; or empty, as `customer_id`.' }),
    vitec_lead_id: z.string().nullable().meta({ description: 'What Vitec calls it, where it has it.' }),
    replaced_by: z
      .uuid()
      .nullable()
      .meta({
        description:
          'The lead that staff made of this one, which took its place: this one is not sent again, and there is nothing for its sender to do. It is theirs, told to no key; people here know it by this id.',
        examples: [null],
      }),
    lead_message: z
      .string()
      .meta({ description: "The Swedish text, as sent; empty once the person's data have been removed." }),
    created_at: z.iso.datetime().meta({ description: 'When it was received.' }),
    delivered_at: z.iso.datetime().nullable().meta({ description: 'When Vitec took it.' }),
    next_attempt_at: z.iso
      .datetime()
      .nullable()
      .meta({ description: 'When it is sent next by itself; null where it is not.' }),
    attempts: z.int().min(0).meta({ description: 'How many were begun.' }),
  })
  .meta({ id: 'LeadStatusAnswer' })
export type LeadStatusAnswer = z.infer<typeof leadStatusAnswerSchema>

/** A lead as its sender's list has it: what became of it, and nothing of the person but what the reference says. */
export const listedLeadAnswerSchema = leadStatusAnswerSchema
  .omit({ lead_message: true })
  .meta({ id: 'ListedLead' })
export type ListedLeadAnswer = z.infer<typeof listedLeadAnswerSchema>

/** A page of a sender's own leads, newest first. */
export const leadListAnswerSchema = z
  .object({
    leads: z.array(listedLeadAnswerSchema).meta({ description: 'Newest first.' }),
    next_cursor: z.string().nullable().meta({
      description: 'Ask again with it as `cursor` for the leads before these; null on the last page.',
    }),
    has_more: z.boolean().meta({
      description:
        'Whether there is another page. A page may have fewer leads than `limit`, even none, and another one after it: so many leads are looked through at a time.',
    }),
  })
  .meta({ id: 'LeadList' })
export type LeadListAnswer = z.infer<typeof leadListAnswerSchema>

/** One active lead source of a customer. `id` is what a lead calls `lead_id`. */
export const leadSourceAnswerSchema = z
  .object({
    id: z.string().meta({ description: 'What a lead calls `lead_id`.' }),
    name: z.string().meta({ description: 'For people.' }),
  })
  .meta({ id: 'LeadSource', examples: [{ id: 'LEAD456', name: 'Real AI Valuation Leads' }] })

export const healthAnswerSchema = z
  .object({
    status: z.literal('OK').meta({ description: 'The HTTP status says the same.' }),
    message: z.string().meta({ description: 'In English, for people.' }),
  })
  .meta({ id: 'HealthAnswer' })
export const liveAnswerSchema = healthAnswerSchema
  .extend({ version: z.string().meta({ description: 'Of the product.', examples: ['0.2.0'] }) })
  .meta({ id: 'LiveAnswer' })
export type HealthAnswer = z.infer<typeof healthAnswerSchema>
