import { z } from 'zod'

/**
 * What whoever sends a lead again has seen: its number of attempts. With another number by then, somebody was faster,
 * and the lead is not sent once more.
 */
export const sendAgainRequestSchema = z.object(
  { attempts: z.int('not_a_number').min(0, 'too_small') },
  'not_object',
)
export type SendAgainRequest = z.infer<typeof sendAgainRequestSchema>
