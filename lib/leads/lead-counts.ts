import { z } from 'zod'

/** Leads of which there is something to do are counted so far, those that wait so far. */
export const mostToDo = 1_000
export const mostWaiting = 10_000

/** How many leads there are: `toDo` counted up to `mostToDo`, `pending` up to `mostWaiting`. */
export const leadCountsSchema = z.object({
  toDo: z.number().int(),
  pausedCustomers: z.number().int(),
  pending: z.number().int(),
  all: z.number().int(),
})
export type LeadCounts = z.infer<typeof leadCountsSchema>
