import { z } from 'zod'
import { leadStatusSchema } from './lead'
import { obstacles } from './obstacle'

/** How a lead stands right after it was taken in: what the form is answered. Times are ISO 8601 in UTC. */
export const sentLeadSchema = z.object({
  id: z.uuid(),
  status: leadStatusSchema,
  /** The last word on its delivery: Vitec's own where it has spoken. */
  word: z.string().nullable(),
  vitecLeadId: z.string().nullable(),
  nextAttemptAt: z.iso.datetime().nullable(),
  /** Why it is sent by nobody, however due it is. */
  obstacle: z.enum(obstacles).nullable(),
})
export type SentLead = z.infer<typeof sentLeadSchema>
