import { z } from 'zod'
import { transitions } from '@/lib/deliveries/transitions'
import { leadStatuses } from '@/lib/leads/lead'
import { leadFilterSchema } from '@/lib/leads/log-filter'

/** At most so many leads are sent again together. */
export const mostLeads = 10_000

/** The statuses from which leads can be sent again together. */
export const resendableStatuses = transitions.send_again.from
export const resendableStatusSchema = z.enum(resendableStatuses, 'unknown_value')

/** Which leads: those of one status that the log's filter lets through. */
export const chosenLeadsSchema = leadFilterSchema.extend({ status: resendableStatusSchema })
export type ChosenLeads = z.infer<typeof chosenLeadsSchema>

/** How many leads that is now, at most one more than are allowed: nobody needs to know how many more. */
export const bulkSendCountSchema = z.object({ total: z.number().int(), most: z.number().int() })
export type BulkSendCount = z.infer<typeof bulkSendCountSchema>

/**
 * A request to send them. `id` is the caller's choice: the same request again, because no answer came, sends nothing
 * again. `expected` is the number that the person was shown.
 */
export const bulkSendRequestSchema = chosenLeadsSchema.extend({
  id: z.uuid('invalid'),
  expected: z.number('not_number').int('not_whole_number').min(1, 'not_positive'),
})
export type BulkSendRequest = z.infer<typeof bulkSendRequestSchema>

/** `running`: leads wait for their turn, or for their attempt. */
export const bulkSendStates = ['running', 'ended', 'cancelled'] as const

/** How leads that are sent again together stand. Times are ISO 8601 in UTC, the rest are numbers of leads. */
export const bulkSendViewSchema = z.object({
  id: z.uuid(),
  /** What the leads were when they were chosen. */
  leadStatus: resendableStatusSchema,
  state: z.enum(bulkSendStates),
  total: z.number().int(),
  /** Sent again: booked, under way or through. */
  taken: z.number().int(),
  /** Of those taken, how many have an attempt under way or are about to. */
  underWay: z.number().int(),
  /** Not as they had been chosen any more, and left alone. */
  skipped: z.number().int(),
  /** Of those taken, how many stand where now. */
  now: z.record(z.enum(leadStatuses), z.number().int()),
  createdAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
})
export type BulkSendView = z.infer<typeof bulkSendViewSchema>

/** Those that run, then those that are over, the latest first. */
export const bulkSendListSchema = z.object({ bulkSends: z.array(bulkSendViewSchema) })
export type BulkSendList = z.infer<typeof bulkSendListSchema>
