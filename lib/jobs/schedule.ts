import { idleWaitMs } from '@/lib/deliveries/dispatcher'
import { log } from '@/lib/log'
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
  'forget-expired': { everyMs: sweep, what: 'forgets keys, sessions, links and limits whose time is over' },
  'run-retention': {
    everyMs: sweep,
    what: 'looks at the clock and, at night, anonymises leads kept long enough',
  },
  'run-backups': { everyMs: sweep, what: 'makes the backup of the night, where BACKUP_DIR is set' },
  'make-searchable': { everyMs: sweep, what: 'has new leads found by the words in them' },
  checkpoint: { everyMs: minuteMs, what: 'keeps the log of the embedded database short' },
  vacuum: { everyMs: 10 * minuteMs, what: 'frees what updates leave behind in the embedded database' },
} as const satisfies Record<string, { everyMs: number; what: string }>

/** Those that are started here; the others are the affair of delivery, of the job engine and of the embedded database. */
export type SweepName = Exclude<
  keyof typeof schedule,
  'look-for-due' | 'fetch-jobs' | 'checkpoint' | 'vacuum'
>

/**
 * Runs every sweep soon, then again and again until stopped; none twice at once. One that fails is told to `onError`, and
 * runs again when its time comes.
 */
export function startSchedule(
  runs: Record<SweepName, () => Promise<unknown>>,
  onError: (error: unknown) => void,
): { stop: () => void } {
  for (const [name, { everyMs, what }] of Object.entries(schedule))
    log.debug({ name, every_s: everyMs / 1000 }, what)
  // `runs` has no other names than these.
  const sweeps = Object.entries(runs) as [SweepName, () => Promise<unknown>][]
  const stops = sweeps.map(([name, run]) => repeat(run, schedule[name].everyMs, onError))
  return {
    stop() {
      for (const stop of stops) stop()
    },
  }
}

function repeat(run: () => Promise<unknown>, everyMs: number, onError: (error: unknown) => void): () => void {
  let busy = false
  const runOnce = () => {
    if (busy) return
    busy = true
    run()
      .catch(onError)
      .finally(() => {
        busy = false
      })
  }
  const timers = [setTimeout(runOnce, waits().firstSweep), setInterval(runOnce, everyMs)]
  for (const timer of timers) timer.unref()
  return () => timers.forEach(clearTimeout)
}
