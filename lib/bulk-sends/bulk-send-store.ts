import type { Requester } from '@/lib/audit/audit-event'
import type { BulkSendRequest, BulkSendView, ChosenLeads } from './bulk-send'

/**
 * What asking for a bulk comes to; `changed`: the set has `total` leads now, at most one more than is allowed; `other`:
 * its id is another bulk's.
 */
export type Beginning = { kind: 'begun' } | { kind: 'changed'; total: number } | { kind: 'other' }

/** What the next lead's turn came to: sent again, or no longer as it had been chosen. `null`: there is none. */
export type BulkTurn = 'taken' | 'skipped' | null

/** What sending many again needs of the database. Every change is conditional, so that two callers never both win. */
export type BulkSendStore = {
  /** The number of leads that could be sent now: those in a running bulk are not counted. */
  count(chosen: ChosenLeads): Promise<number>
  /**
   * Fixes the set and books the first step, if the set has as many leads as the person was shown. Once for an id; its
   * audit event is written with it.
   */
  begin(request: BulkSendRequest, now: Date, requester: Requester): Promise<Beginning>
  /** Leads of a bulk whose turn has come and whose attempt has not ended. Those of paused customers do not count. */
  underWay(id: string): Promise<number>
  /** Marks the next lead and makes it due, in one transaction. */
  takeTurn(id: string, now: Date): Promise<BulkTurn>
  /** Ends a running bulk that has no lead left whose turn has not come. */
  endIfThrough(id: string, now: Date): Promise<void>
  /** Books the next step, if the bulk is running; more than one at a time is never booked. */
  bookNext(id: string, at: Date): Promise<void>
  /** Leaves alone all whose turn has not come. Whether it was running. Its audit event is written with it. */
  cancel(id: string, now: Date, requester: Requester): Promise<boolean>
  /** Books the next step of every running bulk that has none booked. Resolves to the number of running ones. */
  bookAll(at: Date): Promise<number>
  read(id: string): Promise<BulkSendView | null>
  /** Those that run, and those that ended after `since`, the latest first. */
  recent(since: Date): Promise<BulkSendView[]>
}

/** SQL inside the transaction at hand. */
export type RunSql = (text: string, values: unknown[]) => Promise<unknown[]>

/** Books a bulk's next step, inside the caller's transaction if there is one. Does nothing where one is booked. */
export type BookBulkSend = (run: RunSql, bulkSendId: string, at: Date) => Promise<void>
