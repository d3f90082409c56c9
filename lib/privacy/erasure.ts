import { z } from 'zod'

/** One erasure is one transaction; no person has more leads than this. */
export const mostErasedLeads = 200

export const erasureLeadsSchema = z.object(
  {
    leadIds: z.array(z.uuid('unknown_value'), 'required').min(1, 'required').max(mostErasedLeads, 'too_long'),
  },
  'not_object',
)

/**
 * `id` is chosen by the caller: a request that is repeated erases nothing more, and gets the same receipt. With other leads
 * it is refused (`id_reused`).
 */
export const erasureRequestSchema = erasureLeadsSchema.extend({ id: z.uuid('unknown_value') })
export type ErasureRequest = z.infer<typeof erasureRequestSchema>

/** That everything of a person was removed from some leads: numbers, nothing of the person. `by` is an actor's id. */
export const erasureReceiptSchema = z.object({
  id: z.uuid(),
  at: z.iso.datetime(),
  by: z.string(),
  byName: z.string().nullable(),
  leads: z.number().int(),
  /** How many of them waited to be sent, and were cancelled. */
  cancelled: z.number().int(),
  attempts: z.number().int(),
  /** Answers kept for an Idempotency-Key. */
  keptAnswers: z.number().int(),
  sandboxEntries: z.number().int(),
})
export type ErasureReceipt = z.infer<typeof erasureReceiptSchema>

/** `inLedger`: it is written down outside the database, and outlives a restore. If not, that is tried again. */
export const recordedErasureSchema = erasureReceiptSchema.extend({ inLedger: z.boolean() })
export type RecordedErasure = z.infer<typeof recordedErasureSchema>
