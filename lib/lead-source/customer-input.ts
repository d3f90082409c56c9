import { z } from 'zod'

/** What may stand in a name or id that staff write: trimmed, whole, without control or bidi characters. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1)
    .max(max)
    .regex(/^[^\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]*$/u)

export const newCustomerSchema = z.object({
  vitecId: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_-]{1,40}$/),
  name: line(100),
})
export const newLeadSourceSchema = z.object({ vitecId: line(100), name: line(100) })

/** A change of a customer or lead source: its name, whether it is in use, or both. */
export const nameChangeSchema = z.object({
  name: line(100).exactOptional(),
  active: z.boolean().exactOptional(),
})

export type NewCustomer = z.infer<typeof newCustomerSchema>
export type NewLeadSource = z.infer<typeof newLeadSourceSchema>
export type NameChange = z.infer<typeof nameChangeSchema>
