import { z } from 'zod'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { atMost, codeField, missingOr, numberWithin } from '@/lib/validation/fields'
import { webhookEventTypes } from './webhook'

const longestUrl = 2_000
const mostOverlapHours = 30 * 24
const notObject = { error: 'not_object' satisfies FieldErrorCode }

/** Where a receiver is, and what it is told; where that may be is another question (`addressFault`). */
export const webhookInputSchema = z.object(
  {
    url: codeField(longestUrl)
      .check(atMost(longestUrl))
      .meta({
        description: 'Where events are sent.',
        format: 'uri',
        minLength: 1,
        maxLength: longestUrl,
        examples: ['https://example.com/leads'],
      }),
    events: z
      .array(z.enum(webhookEventTypes, { error: missingOr('unknown_value') }), {
        error: missingOr('invalid'),
      })
      .min(1, 'required' satisfies FieldErrorCode)
      .max(webhookEventTypes.length, 'too_large' satisfies FieldErrorCode)
      .transform((events) => webhookEventTypes.filter((type) => events.includes(type)))
      .default([...webhookEventTypes])
      .meta({ description: 'What is told; all of it where it is not said.' }),
  },
  notObject,
)
export type WebhookInput = z.infer<typeof webhookInputSchema>

/** For how long the secret so far goes on signing beside the new one. */
export const secretRotationSchema = z.object(
  {
    overlap_hours: numberWithin(0, mostOverlapHours)
      .int('not_whole_number' satisfies FieldErrorCode)
      .default(24)
      .meta({ description: 'For how long the secret so far signs besides; 24 where it is not said.' }),
  },
  notObject,
)
