import { z } from 'zod'
import { leadRecordSchema } from '@/lib/lead/lead-view'

/** Where more may be of the person that no export and no erasure of ours reaches. */
export const outOfReach = ['vitec', 'backups', 'callers'] as const

/** All we have of a person: leads with their attempts, what is kept of answers, what the stand-in for Vitec got. */
export const personExportSchema = z.object({
  exportedAt: z.iso.datetime(),
  leads: z.array(leadRecordSchema.omit({ allowedActions: true })),
  /** Answers to requests with an Idempotency-Key, as they went over the wire. */
  keptAnswers: z.array(
    z.object({ leadId: z.uuid(), expiresAt: z.iso.datetime(), answer: z.string().nullable() }),
  ),
  sandboxInbox: z.array(z.object({ id: z.string(), receivedAt: z.iso.datetime(), personLead: z.unknown() })),
  notIncluded: z.array(z.enum(outOfReach)),
})
export type PersonExport = z.infer<typeof personExportSchema>
