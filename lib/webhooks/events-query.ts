import { z } from 'zod'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { optionalField } from '@/lib/validation/fields'
import { parseQuery } from '@/lib/validation/parse-query'

/** The parameters of a list of events. */
const webhookEventsQuerySchema = z.object({
  cursor: optionalField(
    z
      .string()
      .max(19, 'invalid_cursor' satisfies FieldErrorCode)
      .regex(/^[1-9]\d{0,17}$/, 'invalid_cursor' satisfies FieldErrorCode),
  ),
})

/** What a list of events is asked for. @throws {AppError} `invalid_fields` */
export const readEventsQuery = (request: Request): { cursor: string | null } =>
  parseQuery(webhookEventsQuerySchema, new URL(request.url).searchParams)
