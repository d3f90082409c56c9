import type { Requester } from '@/lib/audit/audit-event'
import type { AlertKind, ChannelName, Condition, Figures } from './alert'
import type { AlertNotice, AlertView, NoticeTry } from './alert-view'

/** What is looked for, as the settings say. */
export type AlertLimits = {
  waitingMinutes: number
  /** Months that persons are kept; `null`: for ever, and no night run is missed. */
  retentionMonths: number | null
  /** Whether backups are made here; else none is missed. */
  hasBackups: boolean
}

/** What a look has changed. */
export type Look = { raised: { id: string; kind: AlertKind }[]; ended: { id: string; kind: AlertKind }[] }

/** A notice that is to be told now, and nobody else tells until `leasedUntil`. Times are the database's. */
export type ClaimedNotice = {
  id: string
  leasedUntil: Date
  news: AlertNotice['news']
  tries: number
  alertId: string
  kind: AlertKind
  subject: string
  /** Vitec's id of a customer on our own list. */
  customer: string | null
  since: Date
  endedAt: Date | null
  figures: Figures
}

/** What alerts need of the database, which decides for all instances. */
export type AlertStore = {
  /** The newest thing that happened to any lead: another one means that there is something to look at. */
  newestEvent(): Promise<string | null>
  /**
   * Compares what holds now, with what only this instance sees, with the alerts that are open: raises, ends, and writes
   * what is to be told, in one transaction.
   */
  look(limits: AlertLimits, seenHere: Omit<Condition, 'since'>[], channels: ChannelName[]): Promise<Look>
  /** Notices of a channel whose time has come, the oldest first, claimed. */
  claim(channel: ChannelName, most: number): Promise<ClaimedNotice[]>
  /** Writes a try down. `retryMs`: `null` where it was told, or is given up. */
  settle(
    notice: ClaimedNotice,
    made: Omit<NoticeTry, 'at'> & { told: boolean; retryMs: number | null },
  ): Promise<void>
  /** Begins a test of the channels. Its audit event is written with it. */
  addTest(channels: ChannelName[], requester: Requester): Promise<void>
  /** What is open, and the newest of what is over. */
  list(): Promise<{ open: AlertView[]; recent: AlertView[] }>
}

/** A way to tell operators. `atOnce`: so many notices make one message. Whatever happens on the way is a result. */
export type Channel = {
  name: ChannelName
  atOnce: number
  tell: (notices: ClaimedNotice[]) => Promise<{ told: boolean; code: string }>
}
