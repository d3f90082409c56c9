import { idleWaitMs } from '@/lib/deliveries/dispatcher'
import { log, loggable } from '@/lib/log'
import { latePeriods, type RunNote, type ScheduledName } from '@/lib/system/scheduled-run'
import { failureCode, figuresOf, type RunRecord, tellDone } from './run-record'
import { waits } from './waits'

const minuteMs = 60_000
/** Of what every instance looks after: soon after its start, when most is left behind, then once a minute. */
const sweep = waits().betweenSweeps

/** Everything that runs by itself: how often at the latest, and what it does. What is known to be due is not waited for. */
export const schedule = {
  'look-for-due': {
    everyMs: idleWaitMs,
    what: 'looks for leads that are due, and for attempts of processes gone',
  },
  'fetch-jobs': { everyMs: 10_000, what: 'fetches steps of bulks that another instance has left' },
  'assign-environments': {
    everyMs: sweep,
    what: 'says where leads were born that were stored before leads knew it',
  },
  'book-bulk-sends': { everyMs: sweep, what: 'books a step for bulks that a crash has left without' },
  'reconcile-erasures': { everyMs: sweep, what: 'has the ledger of erasures and the database say the same' },
  'forget-expired': {
    everyMs: sweep,
    what: 'forgets keys, sessions, links, limits and test leads whose time is over',
  },
  'run-retention': {
    everyMs: sweep,
    what: 'looks at the clock and, at night, anonymises leads kept long enough',
  },
  'run-backups': { everyMs: sweep, what: 'makes the backup of the night, where BACKUP_DIR is set' },
  'make-searchable': { everyMs: sweep, what: 'has new leads found by the words in them' },
  'record-runs': { everyMs: sweep, what: 'writes down what of all this ran, and of what it failed' },
  'watch-alerts': { everyMs: 5_000, what: 'looks for what operators have to know, and tells them' },
  'tell-of-devices': { everyMs: 10_000, what: 'tells people by mail of sign-ins from new devices' },
  'tell-receivers': { everyMs: 2_000, what: 'tells webhooks what has become of leads' },
  checkpoint: { everyMs: minuteMs, what: 'keeps the log of the embedded database short' },
  'look-for-room': {
    everyMs: 1_000,
    what: 'looks whether a disk that was full has room for the embedded database',
  },
  vacuum: { everyMs: 10 * minuteMs, what: 'frees what updates leave behind in the embedded database' },
} as const satisfies Record<ScheduledName, { everyMs: number; what: string }>

/** Those that are started here; the others are the affair of delivery, of the job engine and of the embedded database. */
export type SweepName = Exclude<
  ScheduledName,
  'look-for-due' | 'fetch-jobs' | 'record-runs' | 'checkpoint' | 'vacuum' | 'look-for-room'
>

type Recording = {
  record: RunRecord
  /** Writes down what is known of this process. */
  write: (notes: RunNote[]) => Promise<unknown>
}

/** What ran is written down so long after a round of sweeps began, in ms: most have ended by then. */
const afterSweeps = 2_000

/**
 * Runs every sweep soon, then again and again until stopped; none twice at once. What one resolves to may be an object:
 * its numbers say what it did, and become a line of the log. One that fails, in whatever way, runs again when its time
 * comes; one that does not end is told once.
 */
export function startSchedule(
  runs: Record<SweepName, () => Promise<unknown>>,
  { record, write }: Recording,
): { stop: () => void } {
  for (const [name, { everyMs, what }] of Object.entries(schedule))
    log.debug({ name, every_s: everyMs / 1000 }, what)
  // `runs` has no other names than these.
  const sweeps = Object.entries(runs) as [SweepName, () => Promise<unknown>][]
  const stops = [
    ...sweeps.map(([name, run]) => repeat(name, run, { record, afterMs: 0 })),
    repeat('record-runs', async () => void (await write(record.notes())), { record, afterMs: afterSweeps }),
  ]
  return {
    stop() {
      for (const stop of stops) stop()
    },
  }
}

type Repeating = { record: RunRecord; afterMs: number }

function repeat(name: ScheduledName, run: () => Promise<unknown>, { record, afterMs }: Repeating) {
  const { everyMs } = schedule[name]
  let running: { beganMs: number; isTold: boolean } | null = null

  async function runOnce(): Promise<void> {
    if (running) return tellIfStuck(running)
    const beganMs = performance.now()
    running = { beganMs, isTold: false }
    const took = () => Math.round(performance.now() - beganMs)
    try {
      const figures = figuresOf(await run())
      const ms = took()
      record.ended(
        name,
        ms,
        Object.values(figures).every((figure) => figure === 0),
      )
      tellDone({ name, ms }, figures, 'a sweep ended')
    } catch (error) {
      record.failed(name, failureCode(error))
      log.error({ name, ms: took(), ...loggable(error) }, 'a sweep failed')
    } finally {
      running = null
    }
  }

  function tellIfStuck(stuck: { beganMs: number; isTold: boolean }): void {
    const ms = Math.round(performance.now() - stuck.beganMs)
    if (stuck.isTold || ms < latePeriods * everyMs) return
    stuck.isTold = true
    record.failed(name, 'not_ended')
    log.warn({ name, ms }, 'a sweep has not ended')
  }

  let again: NodeJS.Timeout | undefined
  const begin = () => {
    again = setInterval(() => void runOnce(), everyMs).unref()
  }
  const timers = [
    setTimeout(() => void runOnce(), waits().firstSweep + afterMs).unref(),
    setTimeout(begin, afterMs).unref(),
  ]
  return () => {
    timers.forEach(clearTimeout)
    clearInterval(again)
  }
}
