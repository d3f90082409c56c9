import { z } from 'zod'
import { customerFields } from '@/lib/customers/customer'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { missingOr, numberWithin, textField } from '@/lib/validation/fields'

export const keyNameLength = 60
const mostCustomers = 100
const mostPerMinute = 6000
const mostDays = 3650
const mostOverlapHours = 30 * 24

const notObject = { error: 'not_object' satisfies FieldErrorCode }
const wholeWithin = (min: number, max: number) =>
  numberWithin(min, max).int('not_whole_number' satisfies FieldErrorCode)

/** What may be changed of a key later on. `customers`: Vitec's ids; `null` is every customer, also future ones. */
const changeable = {
  name: textField(keyNameLength),
  customers: z
    .array(customerFields.customer_id, { error: missingOr('invalid') })
    .min(1, 'required' satisfies FieldErrorCode)
    .max(mostCustomers, 'too_large' satisfies FieldErrorCode)
    .transform((ids) => [...new Set(ids)])
    .nullable(),
  perMinute: wholeWithin(1, mostPerMinute),
}

export const apiKeyChangeSchema = z.object(changeable, notObject)
export type ApiKeyChange = z.infer<typeof apiKeyChangeSchema>

/** What becomes of what comes with a key: it goes to Vitec, or to the stand-in in this process. Never changed. */
export const apiKeyModes = ['live', 'test'] as const
export type ApiKeyMode = (typeof apiKeyModes)[number]

export const newApiKeySchema = z.object(
  {
    ...changeable,
    mode: z.enum(apiKeyModes, { error: 'unknown_value' satisfies FieldErrorCode }).default('live'),
    expiresInDays: wholeWithin(1, mostDays).nullable(),
  },
  notObject,
)
export type NewApiKey = z.infer<typeof newApiKeySchema>

/** For how long the secrets so far go on working beside the new one. */
export const rotationSchema = z.object({ overlapHours: wholeWithin(0, mostOverlapHours) }, notObject)
export type Rotation = z.infer<typeof rotationSchema>

/** A key as an administrator sees it: never a secret, only the ends of those that work. */
export const apiKeyViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  mode: z.enum(apiKeyModes),
  customers: z.array(z.string()).nullable(),
  perMinute: z.int(),
  state: z.enum(['active', 'expired', 'revoked']),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
  /** Right to the minute. */
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
  /** Newest first; `worksUntil` of one that has been replaced. */
  secrets: z.array(z.object({ hint: z.string(), worksUntil: z.iso.datetime().nullable() })),
})
export type ApiKeyView = z.infer<typeof apiKeyViewSchema>

export const apiKeyListSchema = z.object({ apiKeys: z.array(apiKeyViewSchema) })
export type ApiKeyList = z.infer<typeof apiKeyListSchema>

/** A key and its new secret: the only time that the secret is told. */
export const madeApiKeySchema = z.object({ apiKey: apiKeyViewSchema, secret: z.string() })
export type MadeApiKey = z.infer<typeof madeApiKeySchema>
