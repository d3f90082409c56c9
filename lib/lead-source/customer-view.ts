import { z } from 'zod'

export const leadSourceViewSchema = z.object({
  id: z.uuid(),
  /** The id in Vitec: what the wire contract calls `lead_id`. */
  vitecId: z.string(),
  name: z.string(),
  active: z.boolean(),
})
export type LeadSourceView = z.infer<typeof leadSourceViewSchema>

/** A customer with its lead sources, sorted by name. `paused` where its leads wait for an administrator. */
export const customerViewSchema = z.object({
  id: z.uuid(),
  vitecId: z.string(),
  name: z.string(),
  active: z.boolean(),
  paused: z
    .object({
      reason: z.string(),
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
