import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { type OwnKeyAnswer, ownKeyAnswerSchema } from '@/lib/api-keys/own-key'
import { type HealthAnswer, healthAnswerSchema, liveAnswerSchema } from '@/lib/leads/lead-answer'
import { liveAnswer } from '@/lib/version'
import { answerHeaders, challengeHeader, countedHeaders } from './answer-headers'
import { callerResponses, openapiError, unavailableResponse } from './answers'
import { keySecurity } from './key-security'

const live: ZodOpenApiOperationObject = {
  operationId: 'isLive',
  tags: ['Service'],
  summary: 'Whether the process answers',
  description: 'It asks nothing else: a process whose database is away answers, too.',
  security: [],
  responses: {
    200: {
      description: 'It does.',
      headers: answerHeaders,
      content: {
        'application/json': { schema: liveAnswerSchema, example: { ...liveAnswer, version: '0.2.0' } },
      },
    },
  },
}

const isReady = 'The database answers, and a lead could be stored.'

const ready: ZodOpenApiOperationObject = {
  operationId: 'isReady',
  tags: ['Service'],
  summary: 'Whether leads can be taken in',
  description: 'It asks the database. For what leads requests to an instance, or away from it.',
  security: [],
  responses: {
    200: {
      description: isReady,
      headers: answerHeaders,
      content: {
        'application/json': {
          schema: healthAnswerSchema,
          example: { status: 'OK', message: isReady } satisfies HealthAnswer,
        },
      },
    },
    503: unavailableResponse,
  },
}

const metrics: ZodOpenApiOperationObject = {
  operationId: 'readMetrics',
  tags: ['Service'],
  summary: 'What this instance has done and how all of them stand, for Prometheus',
  description: 'Where `METRICS_TOKEN` is not set there are metrics in the open sandbox only.',
  security: [{ metricsToken: [] }, {}],
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
    503: unavailableResponse,
  },
}

const readDocument: ZodOpenApiOperationObject = {
  operationId: 'readDocument',
  tags: ['Service'],
  summary: 'This document',
  description: 'Made of the schemas that check requests. `/docs` shows it to people.',
  security: [],
  responses: {
    200: {
      description: 'OpenAPI 3.1.',
      headers: answerHeaders,
      content: {
        'application/json': {
          schema: z.looseObject({ openapi: z.string().meta({ description: 'The version of OpenAPI.' }) }),
          example: { openapi: '3.1.0', info: { title: 'Lead API', version: '1' }, paths: {} },
        },
      },
    },
  },
}

const ownKeyExample: OwnKeyAnswer = {
  name: 'Värderingssajten',
  mode: 'live',
  customers: ['ABC123'],
  limits: { sends: { per_minute: 60, remaining: 58 }, polls: { per_minute: 60, remaining: 59 } },
  expires_at: '2027-01-27T09:00:00.000Z',
  secret_works_until: null,
}

/** GET /api/me. */
const readOwnKey: ZodOpenApiOperationObject = {
  operationId: 'readOwnKey',
  security: keySecurity,
  tags: ['Keys'],
  summary: 'How the key stands',
  description:
    'What it may send, how much of its limits is left, and when it ends. For keys alone, and in the open sandbox.',
  responses: {
    200: {
      description: 'The key.',
      headers: countedHeaders,
      content: { 'application/json': { schema: ownKeyAnswerSchema, example: ownKeyExample } },
    },
    ...callerResponses,
    503: unavailableResponse,
  },
}

/** The addresses that operators and tools use, and where a key asks after itself. */
export const servicePaths: ZodOpenApiPathsObject = {
  '/api/health/live': { get: live },
  '/api/health/ready': { get: ready },
  '/api/me': { get: readOwnKey },
  '/api/metrics': { get: metrics },
  '/api/openapi.json': { get: readDocument },
}
