import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { leadStatuses } from '@/lib/leads/lead'
import { leadListAnswerSchema, leadSourceAnswerSchema, leadStatusAnswerSchema } from '@/lib/leads/lead-answer'
import { referenceField } from '@/lib/leads/wire-lead'
import { countedHeaders, leadStatusHeaders } from './answer-headers'
import { callerResponses, openapiError, unavailableResponse } from './answers'
import { createLead } from './create-lead'
import { keySecurity } from './key-security'
import { listExamples, replacedExample, statusExample } from './lead-examples'

const readLead: ZodOpenApiOperationObject = {
  operationId: 'readLead',
  security: keySecurity,
  tags: ['Leads'],
  summary: 'What became of a lead',
  description:
    'Of one that the key has sent. Ask by `Retry-After`, or be told by a webhook; with `If-None-Match` nothing is sent twice.',
  requestParams: {
    path: z.object({
      id: z.uuid().meta({ description: 'The `id` in the answer to the lead.', examples: [statusExample.id] }),
    }),
    header: z.object({
      'If-None-Match': z
        .string()
        .optional()
        .meta({
          description: 'The `ETag` of an answer that the caller has: 304 where it is the same.',
          examples: ['W/"k3Ujg7mTzOqNw0yC1s8bT4aPq2hXeLfV"'],
        }),
    }),
  },
  responses: {
    200: {
      description: 'The lead as it stands now.',
      headers: leadStatusHeaders,
      content: {
        'application/json': {
          schema: leadStatusAnswerSchema,
          examples: {
            delivered: { summary: 'Delivered', value: statusExample },
            replaced: { summary: 'Refused, and replaced by staff', value: replacedExample },
          },
        },
      },
    },
    304: {
      description: 'The lead stands as `If-None-Match` knows it. Without a body.',
      headers: leadStatusHeaders,
    },
    ...callerResponses,
    404: openapiError('There is no such lead, or another key sent it.', {
      code: 'not_found',
      message: 'There is no such lead.',
    }),
    503: unavailableResponse,
  },
}

const listLeadSources: ZodOpenApiOperationObject = {
  operationId: 'listLeadSources',
  security: keySecurity,
  tags: ['Lead sources'],
  summary: 'The active lead sources of a customer',
  description:
    'Also answered at `/lead-sources`. Sorted by name as in Swedish; a customer that is not known has none.',
  requestParams: {
    query: z.object({
      customer_id: z
        .string()
        .optional()
        .meta({
          description: "Vitec customer id. Without it, the key's only customer, else the default one.",
          examples: ['ABC123'],
        }),
    }),
  },
  responses: {
    200: {
      description: 'Lead sources; `id` is the `lead_id` of a lead.',
      headers: countedHeaders,
      content: {
        'application/json': {
          schema: z.array(leadSourceAnswerSchema),
          example: [{ id: 'LEAD456', name: 'Real AI Valuation Leads' }],
        },
      },
    },
    ...callerResponses,
    422: openapiError('No customer was named, and there is no default.', {
      code: 'no_default_customer',
      message: 'Name a customer: /api/lead-sources?customer_id=…',
    }),
    503: unavailableResponse,
  },
}

const listLeads: ZodOpenApiOperationObject = {
  operationId: 'listLeads',
  security: keySecurity,
  tags: ['Leads'],
  summary: 'The leads that the key has sent',
  description: `Newest first, a page at a time; of nobody but the key, and nothing of a person but what the \`reference\` says. What comes while the pages are read stands before the first one, and no lead is passed over or told twice, whatever becomes of it meanwhile. An answer that was lost is found by its \`reference\`. For a reconciliation take \`since\` some minutes before the last one's beginning, and know leads by their \`id\`: one that was being stored just then may come to be seen a moment after a newer one.

Empty parameters are not given; one that is not known, or given twice, is refused.`,
  requestParams: {
    query: z.object({
      cursor: z
        .string()
        .optional()
        .meta({ description: 'The `next_cursor` of the page before, with the same other parameters.' }),
      status: z
        .string()
        .optional()
        .meta({
          description: `One or more states, with commas between: ${leadStatuses.join(', ')}.`,
          examples: ['unknown,failed'],
        }),
      since: z.iso
        .datetime({ offset: true })
        .optional()
        .meta({ description: 'Received then or later.', examples: ['2026-01-27T00:00:00Z'] }),
      until: z.iso
        .datetime({ offset: true })
        .optional()
        .meta({ description: 'Received before then.', examples: ['2026-01-28T00:00:00Z'] }),
      reference: referenceField.optional().meta({
        description: 'Exactly this one, as it is kept.',
        examples: ['ORDER-2026-0042'],
      }),
      customer_id: z
        .string()
        .optional()
        .meta({ description: 'Vitec customer id.', examples: ['ABC123'] }),
      limit: z
        .int()
        .min(1)
        .max(200)
        .optional()
        .meta({ description: 'Leads a page at most; 50 where it is not said.', examples: [200] }),
    }),
  },
  responses: {
    200: {
      description: 'A page of leads.',
      headers: countedHeaders,
      content: { 'application/json': { schema: leadListAnswerSchema, examples: listExamples } },
    },
    ...callerResponses,
    422: openapiError('Parameters are wrong, all of them at once.', {
      code: 'invalid_fields',
      message: '2 parameters are wrong; see errors.',
      errors: [
        {
          field: 'state',
          code: 'unknown_parameter',
          message:
            'Is not a parameter of this address, which has: cursor, status, since, until, reference, customer_id, limit.',
          params: { allowed: 'cursor, status, since, until, reference, customer_id, limit' },
        },
        { field: 'limit', code: 'too_large', message: 'Must be at most 200.', params: { max: 200 } },
      ],
    }),
    503: unavailableResponse,
  },
}

/** The addresses that clients with leads use. */
export const leadPaths: ZodOpenApiPathsObject = {
  '/api/lead': { post: createLead },
  '/api/lead/{id}': { get: readLead },
  '/api/leads': { get: listLeads },
  '/api/lead-sources': { get: listLeadSources },
}
