import { z } from 'zod'

/**
 * Why nothing is sent. `administrator`: one said so. `restored`: the database was restored, copied or moved, and part
 * of what waits in it may have been delivered since.
 */
const holdReasons = ['administrator', 'restored'] as const

/** A hold of all sending. `by` is an actor's id and `byName` who has it today. Times are ISO 8601 in UTC. */
export const sendingHoldSchema = z.object({
  id: z.uuid(),
  since: z.iso.datetime(),
  reason: z.enum(holdReasons),
  by: z.string(),
  byName: z.string().nullable(),
})
export type SendingHold = z.infer<typeof sendingHoldSchema>

/** Whether sending is held; `null` where it is not. */
export const sendingStateSchema = z.object({ hold: sendingHoldSchema.nullable() })
export type SendingState = z.infer<typeof sendingStateSchema>

/** What lifts a hold: the hold that was on the screen, so that no other one is lifted. */
export const liftRequestSchema = z.object({ hold: z.uuid('invalid') }, 'not_object')

const count = z.number().int()

/** What waits while sending is held, in numbers of leads, and what was born elsewhere and no instance sends. */
export const waitingOverviewSchema = z.object({
  pending: count,
  unknown: count,
  /** Customers that some of them are for, those with most first. */
  customers: z.array(z.object({ vitecId: z.string(), name: z.string().nullable(), leads: count })),
  /** `mayMove`: they are for a former address of Vitec, and leads go to a Vitec that is called live now. */
  elsewhere: z.array(z.object({ environment: z.string(), leads: count, mayMove: z.boolean() })),
})
export type WaitingOverview = z.infer<typeof waitingOverviewSchema>
