import { z } from 'zod'
import { actorOf, type Identity } from '@/lib/auth/permissions'
import { AppError } from '@/lib/errors'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { optionalField } from '@/lib/validation/fields'
import { parseQuery } from '@/lib/validation/parse-query'

/** The sender whose webhook a caller has to do with: its own. @throws {AppError} `forbidden` for a person, who has none */
export function ownSender(identity: Identity): string {
  if (identity.kind === 'person')
    throw new AppError('forbidden', 'Webhooks are of API keys: come with one, or see the settings.')
  return actorOf(identity)
}

/** A key's sender by the key's id; `open` is everybody in the open sandbox. */
export const senderOf = (keyId: string): string => (keyId === 'open' ? 'open' : `key:${keyId}`)

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
