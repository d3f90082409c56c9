import type { Resolver } from 'react-hook-form'
import type { FieldErrorWords } from '@/components/form/field-error-words'
import { type NewLeadSource, newCustomerSchema, newLeadSourceSchema } from '@/lib/customers/customer'
import { fieldErrors } from '@/lib/validation/field-error'

/** A customer or a lead source as it is typed. */
export type Entry = NewLeadSource

const schemas = { customer: newCustomerSchema, leadSource: newLeadSourceSchema }

/** Checks an entry with the API's own schema. */
export function entryResolver(kind: keyof typeof schemas, words: FieldErrorWords): Resolver<Entry> {
  return (values) => {
    const parsed = schemas[kind].safeParse(values)
    if (parsed.success) return { values: parsed.data, errors: {} }
    const errors = fieldErrors(parsed.error).map((error) => [
      error.field,
      { type: error.code, message: words(error) },
    ])
    return { values: {}, errors: Object.fromEntries(errors) }
  }
}
