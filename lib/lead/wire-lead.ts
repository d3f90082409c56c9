import { z } from 'zod'
import { customerFields } from '@/lib/customers/customer'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { missingOr } from '@/lib/validation/fields'
import { personFields } from './person-fields'
import { propertyFields } from './property-fields'

/**
 * The body of a request as the wire names it, checked and normalised.
 * `today` is `YYYY-MM-DD` in Europe/Stockholm: some rules depend on it.
 */
export function wireLeadSchema(today: string) {
  // zod compiles a new schema at its first use: 2 ms, where a used one takes 0.1.
  if (latest?.today !== today) latest = { today, schema: createSchema(today) }
  return latest.schema
}

export type WireLead = z.output<Schema>
/** A body as a caller may write it. */
export type WireLeadInput = z.input<Schema>

type Schema = ReturnType<typeof createSchema>
let latest: { today: string; schema: Schema } | undefined

function createSchema(today: string) {
  const part = { error: missingOr('not_object') }
  return z.object(
    {
      customer: z.object(customerFields, part),
      person: z.object(personFields, part),
      property: z.object(propertyFields(today), part),
    },
    'not_object' satisfies FieldErrorCode,
  )
}
