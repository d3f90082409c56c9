import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'

/** `ahead`: nothing has happened for so long that no service rests. `behind`: things have happened later than now. */
export const clockDoubtSchema = z.enum(['ahead', 'behind'])
export type ClockDoubt = z.infer<typeof clockDoubtSchema>

/** The database's clock; `newestAt`: when it was last believed, or what speaks against it. */
export type ClockState = { now: Date; doubt: ClockDoubt | null; newestAt: Date | null }

/** What somebody saw who says that the clock is right. */
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
   * Believes the clock from now on, at somebody's word, with its audit event. `false`: it does not show what they saw,
   * give or take the hour they had for reading.
   */
  accept(seen: Date, requester: Requester): Promise<boolean>
}
