import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { type HealthAnswer, healthAnswerSchema } from '@/lib/leads/lead-answer'
import { answerHeaders, challengeHeader, lengthResponses, openapiError, unavailableResponse } from './answers'

const healthResponse = (description: string, message: string) => ({
  description,
  headers: answerHeaders,
  content: {
    'application/json': {
      schema: healthAnswerSchema,
      example: { status: 'OK', message } satisfies HealthAnswer,
    },
  },
})

const live: ZodOpenApiOperationObject = {
  operationId: 'isLive',
  tags: ['Service'],
  summary: 'Whether the process answers',
  responses: { 200: healthResponse('It does.', 'The process answers.'), ...lengthResponses },
}

const ready: ZodOpenApiOperationObject = {
  operationId: 'isReady',
  tags: ['Service'],
  summary: 'Whether leads can be taken in',
  responses: {
    200: healthResponse(
      'The database answers, and a lead could be stored.',
      'The database answers, and a lead could be stored.',
    ),
    ...lengthResponses,
    503: unavailableResponse,
  },
}

const metrics: ZodOpenApiOperationObject = {
  operationId: 'readMetrics',
  tags: ['Service'],
  summary: 'What this instance has done and how all of them stand, for Prometheus',
  description:
    'With `Authorization: Bearer` and the token in the setting `METRICS_TOKEN`. Where that is not set there are metrics in the open sandbox only.',
  responses: {
    200: {
      description:
        'In the text format of Prometheus. While the database is away, with `lead_api_database_up 0`.',
      headers: answerHeaders,
      content: { 'text/plain': { schema: z.string(), example: 'lead_api_database_up 1' } },
    },
    401: {
      ...openapiError('No token, or another one than that in METRICS_TOKEN.', {
        code: 'unauthenticated',
        message: 'Send Authorization: Bearer with the token in METRICS_TOKEN.',
      }),
      headers: answerHeaders.extend({ 'WWW-Authenticate': challengeHeader }),
    },
    404: {
      ...openapiError('There are no metrics here, because METRICS_TOKEN is not set.', {
        code: 'not_found',
        message: 'There are no metrics here: METRICS_TOKEN is not set.',
      }),
      headers: answerHeaders,
    },
    ...lengthResponses,
    503: unavailableResponse,
  },
}

const readDocument: ZodOpenApiOperationObject = {
  operationId: 'readDocument',
  tags: ['Service'],
  summary: 'This document',
  responses: {
    200: {
      description: 'OpenAPI 3.1.',
      content: { 'application/json': { schema: z.looseObject({ openapi: z.string() }) } },
    },
    ...lengthResponses,
  },
}

/** The addresses that operators and tools use. */
export const servicePaths: ZodOpenApiPathsObject = {
  '/api/health/live': { get: live },
  '/api/health/ready': { get: ready },
  '/api/metrics': { get: metrics },
  '/api/openapi.json': { get: readDocument },
}
