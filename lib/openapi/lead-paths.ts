import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { leadSourceAnswerSchema, leadStatusAnswerSchema } from '@/lib/leads/lead-answer'
import {
  callerResponses,
  countedHeaders,
  lengthResponses,
  openapiError,
  unavailableResponse,
} from './answers'
import { createLead } from './create-lead'
import { keySecurity } from './key-security'
import { statusExample } from './lead-examples'

const readLead: ZodOpenApiOperationObject = {
  operationId: 'readLead',
  security: keySecurity,
  tags: ['Leads'],
  summary: 'What became of a lead',
  requestParams: {
    path: z.object({
      id: z.uuid().meta({ description: 'The `id` in the answer to the lead.', examples: [statusExample.id] }),
    }),
  },
  responses: {
    200: {
      description: 'The lead as it stands now.',
      headers: countedHeaders,
      content: { 'application/json': { schema: leadStatusAnswerSchema, example: statusExample } },
    },
    ...callerResponses,
    404: openapiError('There is no such lead, or another key sent it.', {
      code: 'not_found',
      message: 'There is no such lead.',
    }),
    ...lengthResponses,
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
    ...lengthResponses,
    503: unavailableResponse,
  },
}

/** The addresses that clients with leads use. */
export const leadPaths: ZodOpenApiPathsObject = {
  '/api/lead': { post: createLead },
  '/api/lead/{id}': { get: readLead },
  '/api/lead-sources': { get: listLeadSources },
}
