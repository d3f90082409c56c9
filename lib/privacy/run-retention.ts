import type { ClockState, ClockWatch } from './clock-watch'
import { judgeRun } from './judge-run'
import { nightOf } from './night'
import type { RetentionRun } from './retention-run'
import type { RetentionStore } from './retention-store'

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
 * crash has left it. Resolves to the run as it began or was found; `null` where there is nothing to do.
 */
export async function runRetention(ports: Ports, months: number): Promise<RetentionRun | null> {
  const { store, rest, isWanted } = ports
  const run = await currentRun(ports, months)
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
