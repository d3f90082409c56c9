import type { Lead, LeadStatus } from '@/lib/lead/lead'
import type { Move } from './after-attempt'
import type { AttemptResult, PreparedRequest } from './attempt-result'
import type { PlainAction } from './moves'

/** How a lead stands. Times are the database's. */
export type LeadState = {
  id: string
  status: LeadStatus
  word: string | null
  vitecLeadId: string | null
  nextAttemptAt: Date | null
}

/** An attempt that has begun: its row is written, nobody else can begin one for the lead. */
export type OpenAttempt = {
  leadId: string
  number: number
  startedAt: Date
  /** Attempts begun since the retry schedule last started over, this one included. */
  scheduleStep: number
}

/** What asking for an attempt comes to. */
export type Opening =
  | { kind: 'opened'; attempt: OpenAttempt }
  /** Nothing is due, or somebody else has it. */
  | { kind: 'not_due' }
  /** The outbound limits are reached: ask again in `waitMs`. */
  | { kind: 'full'; waitMs: number }
  /** Vitec fails as a whole: the lead is due, and booked, for later. */
  | { kind: 'held' }

/** `waiting`: only a lead that is due. `probe`: one lead of a paused customer, to see whether the cause is gone. */
export type AttemptReason = 'waiting' | 'probe'

/** What delivery needs of the database. Every change is conditional, so that two callers never both win. */
export type DeliveryStore = {
  /** The lead and its fixed message, or `null` when there is no such lead. */
  read(leadId: string): Promise<{ lead: Lead; message: string } | null>
  state(leadId: string): Promise<LeadState | null>
  /**
   * Writes the attempt's row if the lead is pending, due, its customer not paused, no attempt open, and Vitec can be
   * asked for one more. `random` (0 to 1) spreads the leads that are held back.
   */
  openAttempt(
    leadId: string,
    request: PreparedRequest,
    at: { now: Date; random: number; reason: AttemptReason },
  ): Promise<Opening>
  /**
   * Closes the attempt, moves its lead, and books the next attempt or the pause, in one transaction. An answer about
   * the lead lifts a pause that is older than the attempt.
   */
  closeAttempt(attempt: OpenAttempt, result: AttemptResult, move: Move, now: Date): Promise<void>
  /**
   * Does what a person decided, if the moves allow it, no attempt is open, and the lead has had as many attempts as the
   * person has seen (absent: whatever their number).
   */
  act(leadId: string, action: PlainAction, now: Date, seen?: number): Promise<boolean>
  /** Settles attempts left open since before `before` (a crash) as unknown, and their leads. Their number. */
  settleInterrupted(before: Date, now: Date): Promise<number>
  /** Pending leads that were due before `before` and have no open attempt: their booking was lost. */
  overdue(before: Date, limit: number): Promise<string[]>
  /** One waiting lead for each paused customer whose probe is due; the next probe's time is set. */
  probes(now: Date): Promise<string[]>
  /** Until when Vitec is left alone because it fails as a whole, or `null`. */
  heldUntil(now: Date): Promise<Date | null>
  /** Lifts the pause and makes the customer's waiting leads due. Their number. */
  resume(vitecCustomerId: string, now: Date): Promise<number>
}
