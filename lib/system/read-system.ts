import { inTime } from '@/lib/time/in-time'
import type { RunNote, RunRow, ScheduledName } from './scheduled-run'
import { scheduledRuns } from './scheduled-run'
import type { DatabaseFacts, OwnFacts, SystemView } from './system-view'

/** What is read of the database; the runs as they stand in the table. */
export type ReadFacts = Omit<DatabaseFacts, 'runs'> & { rows: RunRow[] }

type Ports = {
  own: OwnFacts
  /** Rejects where the database does not answer. */
  readFacts: () => Promise<ReadFacts>
  /** Room on the disk with the data folder, in bytes; `null` where that cannot be told. */
  freeDisk: () => Promise<SystemView['disk']>
  /** What ran in this process. */
  notes: () => RunNote[]
  everyMs: Record<ScheduledName, number>
  now?: () => Date
  /** How long the page is kept waiting for the database, in ms. */
  patienceMs?: number
}

/** Those that PostgreSQL does itself. */
const upkeep: readonly ScheduledName[] = ['checkpoint', 'look-for-room', 'vacuum']

/** How the service is: what it knows of itself, and what the database tells, if that answers in time. */
export function createSystem({
  own,
  readFacts,
  freeDisk,
  notes,
  everyMs,
  now = () => new Date(),
  patienceMs = 3_000,
}: Ports) {
  const ofDatabase = own.database.kind === 'postgres' ? upkeep : []
  let asking: Promise<ReadFacts> | null = null

  /** Of several that look at once the database is asked once, also while it does not answer. */
  function ask(): Promise<ReadFacts> {
    asking ??= readFacts().finally(() => {
      asking = null
    })
    return asking
  }

  async function facts(): Promise<DatabaseFacts | null> {
    const answer = await inTime(
      ask().catch(() => null),
      patienceMs,
      null,
    )
    if (answer === null) return null
    const { rows, ...read } = answer
    const known = { now: new Date(read.now), rows, notes: notes(), everyMs, ofDatabase }
    return { ...read, runs: scheduledRuns(known) }
  }

  return {
    /** Never rejects: `facts` is `null` where the database does not answer. */
    async read(): Promise<SystemView> {
      const [read, disk] = await Promise.all([facts(), freeDisk().catch(() => null)])
      return { ...own, readAt: now().toISOString(), disk, facts: read }
    },
  }
}
