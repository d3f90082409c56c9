import type { Requester } from '@/lib/audit/audit-event'
import type { Stock } from './judge-run'
import type { RetentionConfirmation, RetentionRun } from './retention-run'

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
  /** Lets a held run go on at somebody's word, its audit event with it. */
  confirm(id: number, months: number, seen: RetentionConfirmation, requester: Requester): Promise<Confirming>
}
