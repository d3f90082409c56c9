import { log } from '@/lib/log'
import { stockholmDate } from '@/lib/time/stockholm-time'

/** Why a backup is none: a word that may be shown, and nothing of what was in it. */
export const backupFailures = ['disk_full', 'unwritable', 'differs', 'interrupted', 'failed'] as const
export type BackupFailure = (typeof backupFailures)[number]

/** A file that was restored into a throw-away database, where every table was found as it is in the dump. */
export type VerifiedBackup = { bytes: number; leads: number }
export type BackupOutcome = VerifiedBackup | { failure: BackupFailure }

/** The last backup that was begun, on whichever instance. */
export type LastBackup = { startedAt: Date; state: 'running' | 'verified' | 'failed' }

/** The table of backups. Times are the database's. */
export type BackupStore = {
  /** What the time is, and the last backup of those that are not of a time to come; `null` where there is none. */
  last(): Promise<{ now: Date; last: LastBackup | null }>
  /** Writes down that one begins, and that none of those before is under way any more. Resolves to its id. */
  begin(backup: { file: string; encrypted: boolean }): Promise<string>
  end(id: string, outcome: BackupOutcome): Promise<void>
}

export type BackupPorts = {
  store: BackupStore
  /** Does the work where no other instance does; else nothing. */
  alone(work: () => Promise<void>): Promise<void>
  /** Makes a file of that name, verified, or nothing. Does not throw. */
  make(file: string): Promise<BackupOutcome>
  /** Removes files beyond the newest ones, and never this one. */
  removeOld(newest: string): Promise<void>
}

const hour = 3_600_000

/** A night begins at one in Sweden: before retention, which takes away what a backup could bring back. In ms after midnight. */
const nightfall = 1 * hour
const nightOf = (moment: Date): string => stockholmDate(new Date(moment.getTime() - nightfall))

/** After one that failed the next try comes an hour later: the reason may be one that a person has to see to. */
const leastApartMs = hour

/**
 * Whether a backup is to be begun: once a night, at its begin or at the first look after it, and never within an hour of
 * another, whatever became of the clock.
 */
export function isBackupDue(now: Date, last: LastBackup | null): boolean {
  if (!last) return true
  if (now.getTime() - last.startedAt.getTime() < leastApartMs) return false
  return last.state !== 'verified' || nightOf(last.startedAt) !== nightOf(now)
}

/** By its name files are in the order of their times: `lead-api-20261128T011500Z.sql`. */
export function backupName(now: Date, encrypted: boolean): string {
  const time = `${now.toISOString().slice(0, 19)}Z`.replaceAll(/[-:]/g, '')
  return `lead-api-${time}.sql${encrypted ? '.age' : ''}`
}

/** Makes the night's backup when it is due: called every minute. */
export async function runBackups(
  { store, alone, make, removeOld }: BackupPorts,
  encrypted: boolean,
): Promise<void> {
  const { now, last } = await store.last()
  if (!isBackupDue(now, last)) return
  await alone(async () => {
    // Another instance may have made it while this one asked.
    const { now, last } = await store.last()
    if (!isBackupDue(now, last)) return
    const file = backupName(now, encrypted)
    const backup = await store.begin({ file, encrypted })
    const outcome = await make(file)
    await store.end(backup, outcome)
    if ('failure' in outcome) {
      // A stop is no fault.
      const level = outcome.failure === 'interrupted' ? 'warn' : 'error'
      log[level]({ backup, failure: outcome.failure }, 'the backup failed')
      return
    }
    log.info(
      { backup, bytes: outcome.bytes, leads: outcome.leads },
      'a backup was made, and restored to see that it is whole',
    )
    await removeOld(file)
  })
}
