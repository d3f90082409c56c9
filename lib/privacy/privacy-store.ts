import type { Requester } from '@/lib/audit/audit-event'
import type { ErasureReceipt, ErasureRequest } from './erasure'
import type { Stock } from './judge-run'
import type { PersonExport, PersonHits } from './person-search'
import type { RetentionConfirmation, RetentionRun } from './retention-run'

/**
 * `under_way`: leads that are being sent just now, because of which nothing was erased. `other`: the id is that of an
 * erasure of other leads. `no_person`: none of the leads holds a person, if it is there at all.
 */
export type Erasing =
  | { kind: 'erased'; receipt: ErasureReceipt }
  | { kind: 'under_way'; leads: number }
  | { kind: 'other' }
  | { kind: 'no_person' }

/** What is done with persons in the database. */
export type PrivacyStore = {
  /** The search is recorded, with how many leads it found; not what was searched for. */
  find(search: string, requester: Requester): Promise<PersonHits>
  /** Each lead that is handed out is recorded. */
  export(leadIds: string[], now: Date, requester: Requester): Promise<PersonExport>
  /** All or nothing, its receipt and its audit event with it. Leads that are anonymised already do not count. */
  erase(request: ErasureRequest, requester: Requester, now: Date): Promise<Erasing>
  receipt(id: string): Promise<ErasureReceipt | null>
  /** Newest first. */
  receipts(limit: number): Promise<ErasureReceipt[]>
}

/** `cutoff`: what was received before it is due, so many months before the database's `now`. */
export type Measured = Stock & { now: Date; cutoff: Date; newestLeadAt: Date | null }

export type NewRun = Measured & Pick<RetentionRun, 'months' | 'state' | 'reason' | 'bound'>

/** `changed`: it is not the newest run, is not held, or more is due than they saw. */
export type Confirming = 'confirmed' | 'not_found' | 'changed'

/** The runs of retention in the database, and what they do to leads. Time is the database's. */
export type RetentionStore = {
  /** The newest run, and the newest that ended. */
  runs(): Promise<{ newest: RetentionRun | null; ended: RetentionRun | null }>
  /** Counts what is due; `lastCutoff` is that of the last run that ended with as many months. */
  measure(months: number, lastCutoff: Date | null): Promise<Measured>
  /** Records a run after the one that was newest when it was counted; `null` where another instance was faster. */
  begin(run: NewRun, after: number | null): Promise<RetentionRun | null>
  /**
   * Anonymises the next leads of a run, never more than were due when it began; removes as many of the stand-in's
   * entries from before its cut-off. Leaves leads that are under way. Resolves to whether there may be more; the run
   * has ended where not.
   */
  expireNext(id: number): Promise<boolean>
  /** Lets a held run go on at an administrator's word, its audit event with it. */
  confirm(id: number, months: number, seen: RetentionConfirmation, requester: Requester): Promise<Confirming>
}
