import { z } from 'zod'

const count = z.number().int()

/** What waits while sending is held, in numbers of leads, and what was born elsewhere and is sent by nobody. */
export const waitingOverviewSchema = z.object({
  pending: count,
  unknown: count,
  /** Customers that some of them are for, those with most first. */
  customers: z.array(z.object({ vitecId: z.string(), name: z.string().nullable(), leads: count })),
  /** `mayMove`: they are for a former address of Vitec, and leads go to a Vitec that is called live now. */
  elsewhere: z.array(z.object({ environment: z.string(), leads: count, mayMove: z.boolean() })),
})
export type WaitingOverview = z.infer<typeof waitingOverviewSchema>
