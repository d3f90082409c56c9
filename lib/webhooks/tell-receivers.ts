import { log, loggable } from '@/lib/log'
import type { Vault } from '@/lib/vault/vault'
import type { Call, ClaimedEvent, Settlement, Standing, Told, WebhookStore } from './webhook-store'

type Ports = {
  store: Pick<WebhookStore, 'claim' | 'settle'>
  vault: Vault
  /** `signal`: breaks it off. */
  call: (call: Call, signal: AbortSignal) => Promise<Told>
  /** What waits between tries are multiplied by. */
  pace?: number
  random?: () => number
  /** In ms: a call that lasts longer gives its place to another. */
  slowMs?: number
}

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
/** In ms, after each try in vain: three days in all. */
const schedule = [
  ...[5 * second, 30 * second, 2 * minute, 10 * minute, 30 * minute],
  ...[hour, 2 * hour, 4 * hour, 6 * hour, 8 * hour, 10 * hour, 12 * hour, 12 * hour, 12 * hour],
  4 * hour,
]
/** Up to so much of a wait is added, so that what failed together is not tried again together. */
const jitter = 0.1

/** How many are told at a time here. Those that fail have places of their own, so that nobody waits for one that hangs. */
const places: Record<Standing, number> = { well: 16, failing: 8 }
/**
 * Those that are slow and then answer do not fail: a call of theirs keeps its place for a second (in ms), or a few of them would
 * hold up all others. Of one receiver few are under way anyway (`claim`); of all, so many.
 */
const usuallySlowMs = second
const mostAtOnce = 200

/** In ms: how long what is being told when the process stops may still take. */
const patience = 2_000

/** In ms; `null` where three days of tries are over. `step`: tries so far. */
export function retryAfter(step: number, random: () => number): number | null {
  const wait = schedule[step - 1]
  return wait === undefined ? null : Math.round(wait * (1 + jitter * random()))
}

/** What follows from what came of a try. */
export function settlementOf(told: Told, step: number, random: () => number): Settlement {
  const { httpStatus } = told
  if (httpStatus !== null && httpStatus >= 200 && httpStatus < 300)
    return { ...told, isTold: true, retryMs: null, off: null }
  if (httpStatus === 410) return { ...told, isTold: false, retryMs: null, off: 'gone' }
  const wait = retryAfter(step, random)
  const retryMs = wait === null ? null : Math.max(wait, (told.holdS ?? 0) * second)
  return { ...told, isTold: false, retryMs, off: retryMs === null ? 'failed' : null }
}

/**
 * Tells senders what has become of their leads: each event at least once, a lead's events one after the other. What it claims
 * and does not settle, because its process is gone, another claims a minute later.
 */
export function createTellReceivers(ports: Ports) {
  const { store, vault, call, pace = 1, random = Math.random, slowMs = usuallySlowMs } = ports
  const underWay: Record<Standing | 'slow', Set<Promise<void>>> = {
    well: new Set(),
    failing: new Set(),
    slow: new Set(),
  }
  let isClosed = false
  const brokenOff = new AbortController()

  /** Tells what is due, as far as there are places. Resolves when it has begun, to how many. */
  async function run(): Promise<{ begun: number }> {
    const begun = await Promise.all([begin('well'), begin('failing')])
    return { begun: begun.reduce((sum, count) => sum + count) }
  }

  async function begin(standing: Standing): Promise<number> {
    const { well, failing, slow } = underWay
    const rest = mostAtOnce - well.size - failing.size - slow.size
    const free = Math.min(places[standing] - underWay[standing].size, rest)
    if (isClosed || free <= 0) return 0
    const claimed = await store.claim(standing, free)
    for (const event of claimed) {
      const telling = tell(event)
        .catch((error: unknown) => {
          log.error(loggable(error), 'a webhook event was not settled')
          return standing
        })
        .then((stands) => {
          clearTimeout(late)
          underWay[standing].delete(telling)
          underWay.slow.delete(telling)
          // Its place is free, and so may be the next event of its lead; others of a receiver that stands otherwise now are told
          // by what tells those, at once: one that fails now and then would wait for the next sweep each time.
          for (const next of new Set([standing, stands])) goOn(next)
        })
      const late = setTimeout(() => {
        underWay[standing].delete(telling)
        underWay.slow.add(telling)
        goOn(standing)
      }, slowMs)
      underWay[standing].add(telling)
    }
    return claimed.length
  }

  function goOn(standing: Standing): void {
    void begin(standing).catch((error: unknown) => log.error(loggable(error), 'a job failed'))
  }

  /** Resolves to how its receiver stands then. */
  async function tell(event: ClaimedEvent): Promise<Standing> {
    const secrets = event.sealed.flatMap((sealed) => {
      const opened = vault.open(sealed, event.actor)
      return opened.ok ? opened.text : []
    })
    const { id, url, payload: body } = event
    const told =
      secrets.length === 0
        ? { httpStatus: null, fault: 'SECRET_UNREADABLE', answer: null, holdS: null }
        : await call({ id, url, secrets, body }, brokenOff.signal)
    // Another process claims it when its lease is over.
    if (brokenOff.signal.aborted) return 'failing'
    const settlement = settlementOf(told, event.step, random)
    const retryMs = settlement.retryMs === null ? null : settlement.retryMs * pace
    const { switchedOff } = await store.settle(event, { ...settlement, retryMs })
    if (switchedOff) log.warn({ webhook_id: event.webhookId }, 'a webhook was switched off')
    return settlement.isTold ? 'well' : 'failing'
  }

  return {
    run,
    /** Begins to tell nothing more. */
    close(): void {
      isClosed = true
    },
    /** Waits for what is being told, a short while: who stops does not wait for a receiver that hangs. */
    async drain(): Promise<void> {
      const over = setTimeout(() => brokenOff.abort(), patience)
      await Promise.all([...underWay.well, ...underWay.failing, ...underWay.slow])
      clearTimeout(over)
    },
  }
}
