import { z } from 'zod'

/** What runs by itself, by name; lib/jobs/schedule.ts says how often, and what it is. */
export const scheduledNames = [
  'look-for-due',
  'fetch-jobs',
  'assign-environments',
  'book-bulk-sends',
  'reconcile-erasures',
  'forget-expired',
  'run-retention',
  'run-backups',
  'make-searchable',
  'record-runs',
  'watch-alerts',
  'tell-of-devices',
  'tell-receivers',
  'checkpoint',
  'look-for-room',
  'vacuum',
] as const
export type ScheduledName = (typeof scheduledNames)[number]

/**
 * What this process knows of something that runs by itself. Times are how long ago it was, in ms; `null` where it was not.
 * `isIdle`: it had nothing to do. `failure` is a code, never a message.
 */
export type RunNote = {
  name: ScheduledName
  endedAgoMs: number | null
  tookMs: number | null
  isIdle: boolean
  failedAgoMs: number | null
  failure: string | null
}

/** A row of `scheduled_run`. */
export type RunRow = {
  name: string
  endedAt: Date | null
  tookMs: number | null
  failedAt: Date | null
  failure: string | null
}

/** How old a run without anything to do may become in the table before it is written anew, in ms: nothing written is rest. */
export const idleGapMs = 600_000

/** `failed`: its last run did. `database`: PostgreSQL does that itself. */
export const runStateSchema = z.enum(['well', 'failed', 'late', 'never', 'database'])

export const scheduledRunSchema = z.object({
  name: z.enum(scheduledNames),
  everyMs: z.number(),
  state: runStateSchema,
  endedAt: z.iso.datetime().nullable(),
  tookMs: z.number().nullable(),
  failedAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
})
export type ScheduledRun = z.infer<typeof scheduledRunSchema>

type Known = {
  /** The database's time. */
  now: Date
  rows: RunRow[]
  notes: RunNote[]
  everyMs: Record<ScheduledName, number>
  /** Those that are no affair of this service's here. */
  ofDatabase: readonly ScheduledName[]
}

/** Everything that runs by itself, when it last did: by what the table has of all instances and this process of its own. */
export function scheduledRuns({ now, rows, notes, everyMs, ofDatabase }: Known): ScheduledRun[] {
  return scheduledNames.map((name) => {
    const row = rows.find((each) => each.name === name)
    const note = notes.find((each) => each.name === name)
    const ago = (ms: number | null | undefined) => (ms == null ? null : new Date(now.getTime() - ms))
    const ended = newer(
      { at: row?.endedAt ?? null, of: row?.tookMs ?? null },
      { at: ago(note?.endedAgoMs), of: note?.tookMs ?? null },
    )
    const failed = newer(
      { at: row?.failedAt ?? null, of: row?.failure ?? null },
      { at: ago(note?.failedAgoMs), of: note?.failure ?? null },
    )
    const isOfDatabase = ofDatabase.includes(name)
    return {
      name,
      everyMs: everyMs[name],
      state: isOfDatabase ? 'database' : stateOf(now, everyMs[name], ended.at, failed.at),
      endedAt: ended.at?.toISOString() ?? null,
      tookMs: ended.of,
      failedAt: failed.at?.toISOString() ?? null,
      failure: failed.of,
    }
  })
}

type Dated<T> = { at: Date | null; of: T }

function newer<T>(one: Dated<T>, other: Dated<T>): Dated<T> {
  if (other.at === null) return one
  return one.at === null || other.at > one.at ? other : one
}

/** So many periods without an end are too many. */
export const latePeriods = 10

function stateOf(now: Date, everyMs: number, ended: Date | null, failed: Date | null): ScheduledRun['state'] {
  if (failed && (!ended || failed > ended)) return 'failed'
  if (!ended) return 'never'
  return now.getTime() - ended.getTime() > latePeriods * everyMs + idleGapMs ? 'late' : 'well'
}
