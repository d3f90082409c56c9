import { z } from 'zod'
import { leadStatusSchema } from './lead'

/** How a lead stands right after it was taken in: what the form is answered. Times are ISO 8601 in UTC. */
export const sentLeadSchema = z.object({
  id: z.uuid(),
  status: leadStatusSchema,
  /** The last word on its delivery: Vitec's own where it has spoken. */
  word: z.string().nullable(),
  vitecLeadId: z.string().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
})
export type SentLead = z.infer<typeof sentLeadSchema>
