import { z } from 'zod'
import type { ZodOpenApiOperationObject } from 'zod-openapi'
import { errorAnswerSchema, leadAnswerSchema } from '@/lib/leads/lead-answer'
import { wireLeadSchema } from '@/lib/leads/wire-lead'
import { leadHeaders, maybeLeadHeaders, openLeadHeaders, waitHeaders } from './answer-headers'
import {
  bodyResponses,
  callerResponses,
  errorExample,
  notKnownToBeStoredResponse,
  openapiError,
} from './answers'
import { keySecurity } from './key-security'
import { acceptedExamples, exampleRequest, openExamples, rejectedExample } from './lead-examples'

const description = `Also answered at \`/lead\`.

Every field that is not required may be absent, \`null\` or \`""\`: all mean "not given". Text is NFC-normalised and trimmed, runs of white space become one space, characters that nobody can see (Unicode's default-ignorable ones, but for those that an emoji is made of) are removed, and lengths count UTF-16 units after that; control and bidirectional characters are refused. Numbers must be JSON numbers. Unknown fields are kept as received, not used, and named in \`warnings\`; one that looks like a field we know (\`firstName\`) is also named in the 422 that it may have led to. A lead with the same phone, e-mail, or name and address as one that the same key has sent in the last 30 days is accepted, and \`warnings\` names the one most like it (\`similar_lead\`).

The lead is stored before it is sent. The answer waits for Vitec for some seconds; what takes longer is answered 202 and goes on. Every answer has \`status\` and \`message\`.`

const wrongFields = errorExample({
  code: 'invalid_fields',
  message: '2 fields are wrong; see errors.',
  errors: [
    {
      field: 'person.first_name',
      code: 'too_long',
      message: 'Must be at most 30 characters.',
      params: { max: 30 },
    },
    {
      field: 'property.valuation',
      code: 'not_number',
      message: 'Must be a number, not text: 5500000, not "5500000".',
    },
  ],
})

/** POST /api/lead. */
export const createLead: ZodOpenApiOperationObject = {
  operationId: 'createLead',
  security: keySecurity,
  tags: ['Leads'],
  summary: 'Create a lead and deliver it to Vitec',
  description,
  requestParams: {
    header: z.object({
      'Idempotency-Key': z
        .string()
        .min(1)
        .max(255)
        .optional()
        .meta({
          description:
            'Visible ASCII, quoted or not. Within 24 hours a request with the same key and the same JSON gets the first answer that has an `id`, and makes no second lead.',
          examples: ['8e03978e-40d5-43dd-bc93-6894a57f9324'],
        }),
      Prefer: z
        .string()
        .optional()
        .meta({
          description: '`respond-async`: answer 202 as soon as the lead is stored.',
          examples: ['respond-async'],
        }),
    }),
  },
  requestBody: {
    required: true,
    description:
      'At most 64 KiB of JSON in UTF-8. It may be packed (`Content-Encoding: gzip` or `deflate`, one of them), and is then no larger unpacked. Parameters of the media type do no harm, but for a charset that is not UTF-8.',
    content: {
      'application/json': {
        // The document says what holds on any day.
        schema: wireLeadSchema('2026-01-27').meta({ id: 'LeadRequest' }),
        example: exampleRequest,
      },
    },
  },
  responses: {
    200: {
      description: "Vitec accepted the lead; `message` is Vitec's answer, the lead's id there.",
      headers: leadHeaders,
      content: { 'application/json': { schema: leadAnswerSchema, examples: acceptedExamples } },
    },
    202: {
      description:
        'The lead is stored, and its outcome not known: QUEUED will be sent, UNKNOWN was sent without an answer. Do not send it again.',
      headers: openLeadHeaders,
      content: { 'application/json': { schema: leadAnswerSchema, examples: openExamples } },
    },
    ...bodyResponses,
    ...callerResponses,
    409: {
      ...openapiError('A request with the same Idempotency-Key is being processed right now.', {
        code: 'key_in_flight',
        message: 'A request with this Idempotency-Key is being processed right now.',
      }),
      headers: waitHeaders,
    },
    422: {
      description:
        "ERROR: fields are wrong, or the Idempotency-Key cannot be read or was used with another body; nothing was stored. REJECTED: the lead is stored, and Vitec refused it for good; `message` is Vitec's own words.",
      headers: maybeLeadHeaders,
      content: {
        'application/json': {
          schema: z.union([errorAnswerSchema, leadAnswerSchema]),
          examples: {
            wrongFields: { summary: 'Fields are wrong', value: wrongFields },
            keyReused: {
              summary: 'A key used with another body',
              value: errorExample({
                code: 'key_reused',
                message: 'This Idempotency-Key was used with another body.',
              }),
            },
            wrongKey: {
              summary: 'A key that cannot be read',
              value: errorExample({
                code: 'invalid_idempotency_key',
                message: 'Idempotency-Key must be 1-255 visible ASCII characters.',
              }),
            },
            rejected: rejectedExample,
          },
        },
      },
    },
    503: notKnownToBeStoredResponse,
  },
}
