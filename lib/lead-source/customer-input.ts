import { z } from 'zod'
import { customerFields } from '@/lib/lead/customer-fields'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { missingOr } from '@/lib/validation/fields'
import { textField } from '@/lib/validation/text-field'

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
