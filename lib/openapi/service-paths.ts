import { z } from 'zod'
import type { ZodOpenApiOperationObject, ZodOpenApiPathsObject } from 'zod-openapi'
import { type HealthAnswer, healthAnswerSchema, liveAnswerSchema } from '@/lib/leads/lead-answer'
import { liveAnswer } from '@/lib/version'
import { answerHeaders, lengthResponses, unavailableResponse } from './answers'

const live: ZodOpenApiOperationObject = {
  operationId: 'isLive',
  tags: ['Service'],
  summary: 'Whether the process answers',
  responses: {
    200: {
      description: 'It does.',
      headers: answerHeaders,
      content: {
        'application/json': { schema: liveAnswerSchema, example: { ...liveAnswer, version: '0.2.0' } },
      },
    },
    ...lengthResponses,
  },
}

const isReady = 'The database answers, and a lead could be stored.'

const ready: ZodOpenApiOperationObject = {
  operationId: 'isReady',
  tags: ['Service'],
  summary: 'Whether leads can be taken in',
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
  '/api/openapi.json': { get: readDocument },
}
