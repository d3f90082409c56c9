import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'

/** How long leads keep their persons: so many months, or for ever, for a reason the operator has written down. */
export type Retention = { months: number } | { months: null; reason: string }

/** `ahead`: nothing has happened for so long that no service rests. `behind`: things have happened later than now. */
const clockDoubtSchema = z.enum(['ahead', 'behind'])
export type ClockDoubt = z.infer<typeof clockDoubtSchema>

/** The database's clock; `newestAt`: when it was last believed, or what speaks against it. */
export type ClockState = { now: Date; doubt: ClockDoubt | null; newestAt: Date | null }

/** What the administrator saw who says that the clock is right. */
export const clockAcceptanceSchema = z.object({ now: z.iso.datetime('invalid_date') }, 'not_object')

/**
 * Watches the database's clock, by which things are removed for good. Embedded it is the machine's, which may be wrong
 * by years after a flat battery.
 */
export type ClockWatch = {
  /** Remembers how late it is, where there is nothing to doubt. To be called before a start writes anything, and often. */
  beat(): Promise<ClockDoubt | null>
  read(): Promise<ClockState>
  /**
   * Believes the clock from now on, at an administrator's word, with its audit event. `false`: it does not show what
   * they saw, give or take the hour they had for reading.
   */
  accept(seen: Date, requester: Requester): Promise<boolean>
}

/** `held`: until it is confirmed, or the next night counts anew. `refused`: until the clock is believed again. */
export const retentionStates = ['running', 'ended', 'held', 'refused'] as const
const retentionReasons = ['over_bound', 'clock_ahead', 'clock_behind'] as const

/** One night's retention: what was due, and what became of it. Numbers, nothing of a person. */
const retentionRunSchema = z.object({
  id: z.number().int(),
  startedAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
  months: z.number().int(),
  /** Leads received before then are due. */
  cutoff: z.iso.datetime(),
  state: z.enum(retentionStates),
  /** Why nothing was done at first, also where it was confirmed since. */
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

/** What the administrator had on the screen when confirming a run. */
export const retentionConfirmationSchema = z.object(
  { due: z.int('not_whole_number').min(1, 'too_small'), cutoff: z.iso.datetime('invalid_date') },
  'not_object',
)
export type RetentionConfirmation = z.infer<typeof retentionConfirmationSchema>
