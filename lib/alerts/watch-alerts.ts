import type { Requester } from '@/lib/audit/audit-event'
import { AppError } from '@/lib/errors'
import { log, loggable } from '@/lib/log'
import { nextTryMs } from '@/lib/mail/mail'
import type { Condition } from './alert'
import type { AlertLimits, AlertStore, Channel, ClaimedNotice } from './alert-store'
import type { AlertsView, ChannelsView } from './alert-view'

type Ports = {
  store: AlertStore
  limits: AlertLimits
  channels: Channel[]
  /** Where the channels lead, as it may be shown. */
  shown: ChannelsView
  /** What only this instance sees: its disk. */
  lookHere: () => Promise<Omit<Condition, 'since'>[]>
  random?: () => number
  nowMs?: () => number
}

/** How old a look may be where nothing has happened, in ms. Well below how long a state has to be gone to be over. */
const lookEveryMs = 15_000
/** Messages of a channel in one go; the next go comes within seconds. */
const mostMessages = 20
/** From a claim on, a message may begin so long, in ms: well before another instance may claim it. */
const freshMs = 30_000

/** What operators are told of: looked for by every instance, kept by the database, told on each channel by one of them. */
export function createAlerts(ports: Ports) {
  const { store, limits, channels, shown, lookHere, random = Math.random } = ports
  const nowMs = ports.nowMs ?? (() => performance.now())
  const names = channels.map(({ name }) => name)
  const busy = new Set<Channel>()
  let isClosed = false
  let telling: Promise<void> = Promise.resolve()
  let seen: { event: string | null; at: number } | null = null

  /** Looks where something has happened to a lead since, or the last look is old. */
  async function watch(): Promise<void> {
    const event = await store.newestEvent()
    if (seen && seen.event === event && nowMs() - seen.at < lookEveryMs) return
    const at = nowMs()
    const { raised, ended } = await store.look(limits, await lookHere(), names)
    seen = { event, at }
    for (const { id, kind } of raised) log.warn({ kind, alert_id: id }, 'an alert was raised')
    for (const { id, kind } of ended) log.info({ kind, alert_id: id }, 'an alert is over')
  }

  /** Tells what is due. A channel that hangs keeps no other waiting. */
  async function tell(): Promise<void> {
    const outcomes = await Promise.allSettled(channels.map(tellOn))
    const failed = outcomes.find((outcome) => outcome.status === 'rejected')
    if (failed) throw failed.reason
  }

  async function tellOn(channel: Channel): Promise<void> {
    if (busy.has(channel)) return
    busy.add(channel)
    try {
      for (let sent = 0; sent < mostMessages && !isClosed; sent++) {
        const asked = nowMs()
        const notices = await store.claim(channel.name, channel.atOnce)
        if (notices.length === 0 || nowMs() - asked > freshMs) return
        const { told, code } = await channel.tell(notices)
        for (const notice of notices) await settle(notice, channel, { told, code })
      }
    } finally {
      busy.delete(channel)
    }
  }

  async function settle(notice: ClaimedNotice, { name }: Channel, made: { told: boolean; code: string }) {
    const retryMs = made.told ? null : nextTryMs(notice.tries + 1, random)
    await store.settle(notice, { ...made, retryMs })
    if (made.told) return
    const line = { alert_id: notice.alertId, notice_id: notice.id, channel: name, code: made.code }
    if (retryMs === null) log.error(line, 'an alert was told to nobody: it is given up')
    else log.warn(line, 'an alert was not told; it is tried again')
  }

  function tellSoon(): void {
    const work = tell().catch((error: unknown) => log.error(loggable(error), 'a job failed'))
    telling = Promise.all([telling, work]).then(() => undefined)
  }

  return {
    /** Looks for what has changed, and has it told: to be called every few seconds. */
    async run(): Promise<void> {
      await watch()
      // Not waited for: a receiver that hangs must not keep us from looking.
      tellSoon()
    },
    watch,
    tell,
    /** Sends a test to every channel. @throws {AppError} `not_allowed` where there is none */
    async test(requester: Requester): Promise<void> {
      if (names.length === 0) throw new AppError('not_allowed', 'No setting says where alerts are told.')
      await store.addTest(names, requester)
      tellSoon()
    },
    /** What an administrator sees. */
    view: async (): Promise<AlertsView> => ({ ...(await store.list()), channels: shown }),
    /** Begins to tell nothing more. */
    close(): void {
      isClosed = true
    },
    /** Waits for what is being told. */
    drain: (): Promise<void> => telling,
  }
}
