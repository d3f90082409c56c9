import type { Lead, LeadStatus } from '@/lib/leads/lead'
import { stockholmDate } from '@/lib/time/stockholm-time'
import type { AttemptResult } from '../attempt-result'

/** What a lead in Vitec is compared with. */
export type SoughtLead = Pick<Lead, 'vitecSourceId' | 'firstName' | 'lastName' | 'email' | 'phone'> & {
  /** As our list of customers has it; `null` where it has none. */
  leadSourceName: string | null
  /** As it was sent. */
  message: string
  /** Another lead of the same person may be there under an id we do not know: then the person alone settles nothing. */
  hasTwin: boolean
}

/** A lead that may or may not have arrived, and how it was sent. */
export type Doubt = {
  /** It was born for the Vitec that is asked. */
  isOurs: boolean
  /** When it came in, where it waits in a database that was restored since, and may have been delivered in between. */
  restoredSince: Date | null
  vitecCustomerId: string
  status: LeadStatus
  /** Attempts begun. What is settled later is settled for this number only. */
  attemptCount: number
  sought: SoughtLead
  /** Newest first. */
  attempts: DoubtAttempt[]
}

export type DoubtAttempt = {
  outcome: AttemptResult['outcome'] | null
  startedAt: Date
  /** `null` while it is under way. */
  endedAt: Date | null
}

const minute = 60_000
const day = 24 * 60 * minute

/** Clocks differ, and a server that kept us waiting may save the lead after we left. */
const slack = 10 * minute
/** The longest that a setting lets an attempt take. One that a crash cut off is closed later than it ended. */
const longestAttempt = 5 * minute
/** Vitec reports at most two months at a time, of which the shortest have 59 days; the margins below are in it. */
const longestReport = 55 * day

/** When a lead may have been saved in Vitec; both ends belong to it. */
export type DoubtWindow = { from: Date; to: Date }

/**
 * When each attempt that ended in doubt may have reached Vitec, the newest first. Those that began too long before the
 * newest to stand in one report with it are left out.
 */
export function doubtWindows(attempts: DoubtAttempt[]): DoubtWindow[] {
  const windows = attempts
    .filter(({ outcome }) => outcome === 'unknown')
    .map(({ startedAt, endedAt }) =>
      windowOf(startedAt.getTime(), endedAt?.getTime() ?? Number.MAX_SAFE_INTEGER),
    )
    .toSorted((one, other) => other.from.getTime() - one.from.getTime())
  const [newest] = windows
  return windows.filter(({ from }) => newest && newest.from.getTime() - from.getTime() < longestReport)
}

/** When a lead of a restored database may have been saved: since it came in, as far back as one report goes. */
export function restoredWindow(receivedAt: Date, now: Date): DoubtWindow {
  const from = Math.max(receivedAt.getTime(), now.getTime() - longestReport)
  return { from: new Date(from - slack), to: new Date(now.getTime() + slack) }
}

function windowOf(startedAt: number, endedAt: number): DoubtWindow {
  const end = Math.min(endedAt, startedAt + longestAttempt)
  return { from: new Date(startedAt - slack), to: new Date(end + slack) }
}

/**
 * The Swedish days (`YYYY-MM-DD`) to ask Vitec's report for. A day more on both sides: Vitec does not say whether its
 * last day is part of a report, nor in which time zone a day begins.
 */
export function reportDays(windows: DoubtWindow[]): { from: string; to: string } {
  const first = Math.min(...windows.map(({ from }) => from.getTime()))
  const last = Math.max(...windows.map(({ to }) => to.getTime()))
  return { from: stockholmDate(new Date(first - day)), to: stockholmDate(new Date(last + day)) }
}
