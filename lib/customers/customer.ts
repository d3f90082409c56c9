import { z } from 'zod'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import { swedishOrder } from '@/lib/i18n/language'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { missingOr, patternField, searchField, textField } from '@/lib/validation/fields'

const sourceIdLength = 100

/** The fields of `customer` on the wire. */
export const customerFields = {
  customer_id: patternField(/^[A-Za-z0-9_-]{1,40}$/, 'invalid_customer_id').meta({
    description: 'Vitec customer id.',
    examples: ['ABC123'],
  }),
  lead_id: textField(sourceIdLength).meta({
    description: 'Id of the lead source in Vitec, despite its name.',
    examples: ['LEAD456'],
  }),
}

const nameLength = 100

const notObject = { error: 'not_object' satisfies FieldErrorCode }
const active = z.boolean({ error: missingOr('unknown_value') })

export const newCustomerSchema = z.object(
  { vitecId: customerFields.customer_id, name: textField(nameLength) },
  notObject,
)
export const newLeadSourceSchema = z.object(
  { vitecId: customerFields.lead_id, name: textField(nameLength) },
  notObject,
)

/** A change of a customer or lead source: its name, whether it is in use, or both. */
export const nameChangeSchema = z.object(
  { name: textField(nameLength).exactOptional(), active: active.exactOptional() },
  notObject,
)

export type NewCustomer = z.infer<typeof newCustomerSchema>
export type NewLeadSource = z.infer<typeof newLeadSourceSchema>
export type NameChange = z.infer<typeof nameChangeSchema>

const leadSourceViewSchema = z.object({
  id: z.uuid(),
  /** The id in Vitec: what the wire contract calls `lead_id`. */
  vitecId: z.string(),
  name: z.string(),
  active: z.boolean(),
})
export type LeadSourceView = z.infer<typeof leadSourceViewSchema>

/** So many waiting leads of a customer are counted, and no more. */
export const mostCounted = 1_000

const pauseSchema = z.object({
  /** The kind of error; `null` where a version before wrote none of ours. */
  reason: z.enum(errorKinds).nullable(),
  since: z.iso.datetime(),
  /** When one of its leads is sent, to see whether the cause is gone. */
  nextProbeAt: z.iso.datetime(),
  /** Leads that wait for it to end, counted up to {@link mostCounted}. */
  waiting: z.number().int(),
})
export type CustomerPause = z.infer<typeof pauseSchema>

/** A customer with its lead sources, by name as Swedes sort them. `paused` where its leads wait for an administrator. */
export const customerViewSchema = z.object({
  id: z.uuid(),
  vitecId: z.string(),
  name: z.string(),
  active: z.boolean(),
  paused: pauseSchema.nullable(),
  /** When its own account at Vitec was set; `null` where the common one is used. Nothing of the account itself. */
  accountSetAt: z.iso.datetime().nullable(),
  leadSources: z.array(leadSourceViewSchema),
})
export type CustomerView = z.infer<typeof customerViewSchema>

/** A customer as lists have it: of its lead sources the number that are in use. */
export const customerRowSchema = customerViewSchema.extend({ leadSources: z.number().int() })
export type CustomerRow = z.infer<typeof customerRowSchema>

/** All customers by name, to choose from. */
export const customerListSchema = z.object({
  customers: z.array(customerRowSchema),
  defaultCustomerId: z.string().nullable(),
})
export type CustomerList = z.infer<typeof customerListSchema>

/** A customer, with what can be done about it here. */
export const customerRecordSchema = z.object({
  customer: customerViewSchema,
  /** Whether it is the one that is meant where none is named. */
  isDefault: z.boolean(),
  /** Whether lead sources can be fetched from Vitec. */
  canRefresh: z.boolean(),
  /** Whether there is a key to seal customers' own accounts with. */
  canSetAccounts: z.boolean(),
})
export type CustomerRecord = z.infer<typeof customerRecordSchema>

/** What the page of customers asks for: words of a name or an id, and the customer that the page before ended with. */
export const customerQuerySchema = z.object(
  {
    search: searchField(2 * nameLength).default(''),
    after: z.uuid('unknown_value').nullable().default(null),
  },
  notObject,
)
export type CustomerQuery = z.infer<typeof customerQuerySchema>

/** Customers that a search finds, those that are paused first; `total` and `paused` are of all that it finds. */
export const customerPageSchema = z.object({
  customers: z.array(customerRowSchema),
  total: z.number().int(),
  paused: z.number().int(),
  next: z.uuid().nullable(),
  defaultCustomerId: z.string().nullable(),
})
export type CustomerPage = z.infer<typeof customerPageSchema>

/** Things with a name, as Swedes sort them; those of one name by their id. */
export function byName<T extends { name: string; vitecId: string }>(things: readonly T[]): T[] {
  return things.toSorted(
    (one, other) => swedishOrder(one.name, other.name) || swedishOrder(one.vitecId, other.vitecId),
  )
}
