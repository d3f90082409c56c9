import { z } from 'zod'
import { clockDoubtSchema } from './clock-watch'

/** `held`: until somebody confirms it, or the next night counts anew. `refused`: until the clock is believed again. */
const retentionStates = ['running', 'ended', 'held', 'refused'] as const
const retentionReasons = ['over_bound', 'clock_ahead', 'clock_behind'] as const

/** One night's retention: what was due, and what became of it. Numbers, nothing of a person. */
export const retentionRunSchema = z.object({
  id: z.number().int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  months: z.number().int(),
  /** Leads received before then are due. */
  cutoff: z.iso.datetime(),
  state: z.enum(retentionStates),
  /** Why nothing was done at first, also where somebody has confirmed it since. */
  reason: z.enum(retentionReasons).nullable(),
  /** How many leads held their persons when it began; so many of them were due, and may be due unasked. */
  leads: z.number().int(),
  due: z.number().int(),
  bound: z.number().int(),
  /** How many were anonymised so far. */
  done: z.number().int(),
  newestLeadAt: z.iso.datetime().nullable(),
})
export type RetentionRun = z.infer<typeof retentionRunSchema>

/** What the page of personal data says of retention. */
export const retentionReportSchema = z.object({
  /** The database's clock, and when it was last believed or something happened. */
  clock: z.object({
    now: z.iso.datetime(),
    doubt: clockDoubtSchema.nullable(),
    newestAt: z.iso.datetime().nullable(),
  }),
  /** The last one that ended. */
  last: retentionRunSchema.nullable(),
  /** When leads are counted again. */
  nextAt: z.iso.datetime(),
  /** The newest one, where it has not ended and is of today's setting. */
  waiting: retentionRunSchema.nullable(),
})
export type RetentionReport = z.infer<typeof retentionReportSchema>

/** What somebody had in front of them when they confirmed a run. */
export const retentionConfirmationSchema = z.object(
  { due: z.int('not_whole_number').min(1, 'too_small'), cutoff: z.iso.datetime('invalid_date') },
  'not_object',
)
export type RetentionConfirmation = z.infer<typeof retentionConfirmationSchema>
