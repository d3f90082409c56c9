import { z } from 'zod'
import { errorKinds } from '@/lib/delivery/attempt-result'

export const leadSourceViewSchema = z.object({
  id: z.uuid(),
  /** The id in Vitec: what the wire contract calls `lead_id`. */
  vitecId: z.string(),
  name: z.string(),
  active: z.boolean(),
})
export type LeadSourceView = z.infer<typeof leadSourceViewSchema>

/** A customer with its lead sources, by name as Swedes sort them. `paused` where its leads wait for an administrator. */
export const customerViewSchema = z.object({
  id: z.uuid(),
  vitecId: z.string(),
  name: z.string(),
  active: z.boolean(),
  paused: z
    .object({
      /** The kind of error; `null` where a version before wrote none of ours. */
      reason: z.enum(errorKinds).nullable(),
      since: z.iso.datetime(),
      /** When one of its leads is sent, to see whether the cause is gone. */
      nextProbeAt: z.iso.datetime(),
    })
    .nullable(),
  /** When its own account at Vitec was set; `null` where the common one is used. Nothing of the account itself. */
  accountSetAt: z.iso.datetime().nullable(),
  leadSources: z.array(leadSourceViewSchema),
})
export type CustomerView = z.infer<typeof customerViewSchema>

export const customerListSchema = z.object({
  customers: z.array(customerViewSchema),
  /** Whether lead sources can be fetched from Vitec. */
  canRefresh: z.boolean(),
  /** Whether there is a key to seal customers' own accounts with. */
  canSetAccounts: z.boolean(),
  defaultCustomerId: z.string().nullable(),
})
export type CustomerList = z.infer<typeof customerListSchema>
