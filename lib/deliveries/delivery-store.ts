import type { Requester } from '@/lib/audit/audit-event'
import type { SealedAccount } from '@/lib/customers/vitec-account'
import type { Lead, LeadStatus, Obstacle } from '@/lib/leads/lead'
import type { AfterAttempt } from './after-attempt'
import type { AttemptResult, PreparedRequest } from './attempt-result'
import type { PlainAction } from './transitions'

/** How a lead stands. Times are the database's. */
export type LeadState = {
  id: string
  status: LeadStatus
  word: string | null
  vitecLeadId: string | null
  nextAttemptAt: Date | null
  /** Why no instance sends it, however due it is. */
  obstacle: Obstacle | null
}

/** An attempt that has begun: its row is written, no other instance can begin one for the lead. */
export type OpenAttempt = {
  leadId: string
  number: number
  startedAt: Date
  /** Attempts begun since the retry schedule last started over, this one included. */
  scheduleStep: number
}

/** A lead with its fixed message, and its customer's own account at Vitec, sealed; `null` where it has none. */
export type LeadToSend = { lead: Lead; message: string; account: SealedAccount | null }

/** A moment at which one lead may be sent, booked. */
export type Place = { place: string; leadId: string }

/** `found`: what is sent, where it came with the place; else it has to be read. */
export type BookedPlace = Place & { isProbe: boolean; waitMs: number; found: LeadToSend | null }

/**
 * What asking for a place comes to. `abandoned`: attempts are open whose time is over, and no instance makes them.
 *
 * - `place`: the lead whose turn it is may be sent in `waitMs`. `isProbe`: its customer is paused, and it shows whether
 *   the cause is gone.
 * - `full`: no place is free, or none for the customers that have something due: ask again in `waitMs`, or when an
 *   attempt has ended.
 * - `held`: Vitec fails as a whole, and is left alone for `waitMs`.
 * - `idle`: nothing is due that may be sent; the next is in `waitMs`, as far as is known, or in a minute or more.
 */
export type Turn = { abandoned: boolean } & (
  | ({ kind: 'place' } & BookedPlace)
  | { kind: 'full' | 'held'; waitMs: number }
  | { kind: 'idle'; waitMs: number }
)

/**
 * How writing down an attempt's result went. `late`: it had been taken for interrupted, and settles the lead all the same.
 * `evidence`: the lead was attempted again or settled since, and stays as it is. `before`: it was written already.
 */
export type Settled = {
  kind: 'on_time' | 'late' | 'evidence' | 'before'
  status: LeadStatus
  nextAttemptAt: Date | null
  /** The answer shows that what its customer is paused for is over. */
  lifts: boolean
  news: SettledNews
}

/** What the log and the metrics tell of an attempt that was written down; no part of what becomes of its lead. */
export type SettledNews = {
  /** From when its lead came in, in ms by the database's clock. */
  sinceReceivedMs: number
  /** Whether a person has put the customer on our list: else its id is what a caller sent, which may be anything. */
  listed: boolean
  /** Whether its customer was not paused before. */
  pauseBegan: boolean
  /** What became of its customer's breaker; `stays`: it is open as it was before. `null`: it is closed as it was. */
  breaker: 'opened' | 'closed' | 'stays' | null
}

/** What delivery needs of the database. Every change is conditional, so that two callers never both win. */
export type DeliveryStore = {
  /** What is to be sent, or `null` when there is no such lead. */
  read(leadId: string): Promise<LeadToSend | null>
  state(leadId: string): Promise<LeadState | null>
  /** Whether an attempt of a lead is under way, or as good as begun: nothing stands in its way but others. */
  isOnItsWay(leadId: string): Promise<boolean>
  /** Whose turn it is, or `onlyLead` if it may be sent. */
  takePlace(onlyLead?: string | null): Promise<Turn>
  /** So many turns, one after the other; at least one. */
  takeTurns(count: number): Promise<Turn[]>
  /** Writes the attempt's row, if the place was not missed and the lead is still to be sent. */
  claim(place: Place, request: PreparedRequest): Promise<OpenAttempt | null>
  /** Closes the attempt and moves its lead, in one statement. */
  settle(attempt: OpenAttempt, result: AttemptResult, move: AfterAttempt): Promise<Settled>
  /** Lifts the customer's pause, if it began before `olderThan`; whether there was one. */
  liftPause(vitecCustomerId: string, olderThan: Date): Promise<boolean>
  /**
   * Does what a person decided, if the moves allow it, no attempt is open, and the lead has had as many attempts as the
   * person has seen (absent: whatever their number). Its audit event is written with it.
   */
  act(leadId: string, action: PlainAction, requester: Requester, seen?: number): Promise<boolean>
  /** Settles attempts whose time is over as unknown, and their leads; `all`: whatever is open. Their number. */
  settleInterrupted(all?: boolean): Promise<number>
  /** Until when Vitec is left alone because it fails as a whole, or `null`. */
  heldUntil(): Promise<Date | null>
  /** Lifts the pause; whether it was paused. Its audit event is written with it. */
  resume(vitecCustomerId: string, requester: Requester): Promise<boolean>
}

/** What Vitec is spared, over all instances together: it publishes no limit, and is known to block who hammers it. */
export type OutboundLimits = {
  /** Attempts under way at the same time. */
  atOnce: number
  /** Attempts sent in a second, evenly. */
  perSecond: number
  /**
   * How long an attempt has its place by the database's clock, in ms: longer than its own time limit. From then on its process
   * must be gone, and its lead is in doubt.
   */
  slotMs: number
  /** Customers whose id begins so say nothing of Vitec, and are held for nothing; `null`: there are none. */
  magicPrefix: string | null
}
