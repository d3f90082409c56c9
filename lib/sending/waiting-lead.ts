import { z } from 'zod'
import { leadRowSchema } from '@/lib/leads/lead-view'

/** What a person may do with leads that wait. `move`: those of a former address of Vitec are sent to the present one. */
export const waitingActions = ['release', 'look_up', 'settle', 'cancel', 'move'] as const
export type WaitingAction = (typeof waitingActions)[number]

export const waitingStatuses = ['pending', 'unknown'] as const

const text = z
  .string('not_text')
  .max(200, 'too_long')
  .regex(/^[^\0]*$/, 'invalid')

/** Which of the leads that wait; `null` is any. */
export const waitingFilterSchema = z.object(
  {
    /** Vitec's id. */
    customer: text.nullable().default(null),
    status: z.enum(waitingStatuses, 'unknown_value').nullable().default(null),
    leadId: z.uuid('invalid').nullable().default(null),
    /** Where they were born, for those that are to be moved or stopped; `null` is where leads are sent now. */
    environment: text.nullable().default(null),
  },
  'not_object',
)
export type WaitingFilter = z.infer<typeof waitingFilterSchema>

export const waitingCountRequestSchema = z.object(
  { action: z.enum(waitingActions, 'unknown_value'), filter: waitingFilterSchema },
  'not_object',
)

/** How many leads it is about, and until when they came in: what comes later is not among them. */
export const waitingCountSchema = z.object({ total: z.number().int(), until: z.iso.datetime() })
export type WaitingCount = z.infer<typeof waitingCountSchema>

/**
 * One step of an act on many: no more than `atMost` leads, after the lead `after` in order. `expected` is the number that
 * the person was shown; a step that finds more does nothing. `id` names the act, of however many steps.
 */
export const waitingStepRequestSchema = waitingCountRequestSchema.extend({
  id: z.uuid('invalid'),
  until: z.iso.datetime({ error: 'invalid' }),
  expected: z.number('not_number').int('not_whole_number').min(1, 'not_positive'),
  after: z.uuid('invalid').nullable().default(null),
})
export type WaitingStepRequest = z.infer<typeof waitingStepRequestSchema>

/** What a step came to: leads looked at, those it was done to, and where the next begins; `null`: there is none. */
export const waitingStepSchema = z.object({
  seen: z.number().int(),
  done: z.number().int(),
  next: z.uuid().nullable(),
})
export type WaitingStep = z.infer<typeof waitingStepSchema>

/** A page of the leads that wait, the oldest first; `next` is the `after` of the next page. */
export const waitingPageSchema = z.object({
  total: z.number().int(),
  leads: z.array(leadRowSchema),
  next: z.uuid().nullable(),
})
export type WaitingPage = z.infer<typeof waitingPageSchema>

export const waitingQuerySchema = z.object(
  { filter: waitingFilterSchema, after: z.uuid('invalid').nullable().default(null) },
  'not_object',
)
export type WaitingQuery = z.infer<typeof waitingQuerySchema>
