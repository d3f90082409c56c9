import { setTimeout as wait } from 'node:timers/promises'
import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import { judgeRun, nextNight, nightOf } from './judge-run'
import type { RetentionStore } from './privacy-store'
import type {
  ClockState,
  ClockWatch,
  Retention,
  RetentionConfirmation,
  RetentionReport,
  RetentionRun,
} from './retention-run'

/** How long others have the database between two batches, in ms. */
const restMs = 100

/** How long the administrator who confirms waits to see it done, in ms; most runs are over by then. */
const patienceMs = 3_000

type Stores = { store: RetentionStore; clock: ClockWatch }

/** How long persons are kept, as the rest of the application uses it. */
export function createRetention({ store, clock }: Stores, retention: Retention) {
  let isClosed = false
  let told: string | null = null

  async function run(): Promise<number> {
    const began = performance.now()
    const doubt = await clock.beat()
    if (retention.months === null) {
      if (doubt && told !== doubt) log.warn({ doubt }, 'the clock of the database is doubted')
      told = doubt
      return 0
    }
    const ports = { store, clock, rest: () => wait(restMs), isWanted: () => !isClosed }
    const begun = await runRetention(ports, retention.months, tell)
    if (begun?.state !== 'running') return 0
    const { ended } = await store.runs()
    if (ended?.id !== begun.id) return 0
    const ms = Math.round(performance.now() - began)
    log.info({ retention_run: ended.id, anonymised: ended.done, ms }, 'retention has ended')
    return ended.done - begun.done
  }
  /** Once a run and state: a held one is looked at every minute. */
  function tell({ id, state, reason, due, bound }: RetentionRun): void {
    if (told === `${id} ${state}`) return
    told = `${id} ${state}`
    const facts = { retention_run: id, due, bound, reason }
    if (state === 'running' && due === 0) return
    if (state === 'running') log.info(facts, 'leads older than they may be kept are anonymised')
    else log.warn(facts, 'retention waits for an administrator: see Settings, Personal data')
  }
  const runSoon = (): Promise<unknown> => {
    const work = run().catch((error: unknown) => log.error(loggable(error), 'a job failed'))
    return Promise.race([work, wait(patienceMs, undefined, { ref: false })])
  }
  const report = async (): Promise<RetentionReport> => {
    const [{ newest, ended }, { now, doubt, newestAt }] = await Promise.all([store.runs(), clock.read()])
    return {
      clock: { now: now.toISOString(), doubt, newestAt: newestAt?.toISOString() ?? null },
      last: ended,
      nextAt: nextNight(now).toISOString(),
      waiting: newest?.state === 'ended' || newest?.months !== retention.months ? null : newest,
    }
  }
  const changed = () =>
    new AppError('set_changed', 'It is not as you saw it any more. Nothing was done: look again.')

  return {
    retention,
    /**
     * Looks at the clock, begins tonight's run if there is none yet, goes on with one that was let go. Resolves to the
     * number of leads of a run that has ended, since this process found it.
     */
    run,
    /** Looks at the clock; to be called before a start writes anything by it. */
    beat: () => clock.beat(),
    report,
    /**
     * Lets a held run go on, as far as the administrator saw; resolves when it is over, or after a while.
     * @throws {AppError} `not_found`, `set_changed` where another run waits, or more is due
     */
    async confirm(id: number, seen: RetentionConfirmation, requester: Requester): Promise<RetentionReport> {
      const months = retention.months ?? 0
      const confirming = await store.confirm(id, months, seen, requester)
      if (confirming === 'not_found') throw new AppError('not_found', 'There is nothing with that id.')
      if (confirming === 'changed') throw changed()
      await runSoon()
      return report()
    },
    /** Believes the clock as it was confirmed, and counts anew. @throws {AppError} `set_changed` where it shows another time */
    async acceptClock(seen: Date, requester: Requester): Promise<RetentionReport> {
      if (!(await clock.accept(seen, requester))) throw changed()
      await runSoon()
      return report()
    },
    /** Ends the sweep after its batch. */
    close(): void {
      isClosed = true
    },
  }
}

type Ports = {
  store: RetentionStore
  clock: Pick<ClockWatch, 'read'>
  /** Lets others have the database between two batches. */
  rest: () => Promise<unknown>
  /** Asked before each batch. */
  isWanted: () => boolean
}

/**
 * Begins tonight's run where there is none yet, and does what is let go: counted first, batch by batch, from where a
 * crash has left it. Resolves to the run as it began or was found, which `tell` is told before anything is done; `null`
 * where there is nothing to do.
 */
async function runRetention(
  ports: Ports,
  months: number,
  tell: (found: RetentionRun) => void,
): Promise<RetentionRun | null> {
  const { store, rest, isWanted } = ports
  const run = await currentRun(ports, months)
  if (run) tell(run)
  if (run?.state !== 'running') return run
  while (isWanted() && (await store.expireNext(run.id))) await rest()
  return run
}

async function currentRun({ store, clock }: Ports, months: number): Promise<RetentionRun | null> {
  const { newest, ended } = await store.runs()
  if (newest?.state === 'running' && newest.months === months) return newest
  const state = await clock.read()
  if (newest && !isDue(state, newest)) return null
  const lastCutoff = ended?.months === months ? new Date(ended.cutoff) : null
  const measured = await store.measure(months, lastCutoff)
  return store.begin({ ...measured, months, ...judgeRun(state.doubt, measured) }, newest?.id ?? null)
}

/** Once a night, and at once when the clock is believed again. */
function isDue({ now, doubt }: ClockState, newest: RetentionRun): boolean {
  if (nightOf(now) !== nightOf(new Date(newest.startedAt))) return true
  return newest.state === 'refused' && doubt === null
}
