import { stockholmDate, stockholmMoments } from '@/lib/time/stockholm-time'
import type { ClockDoubt, RetentionRun } from './retention-run'

/** What a run finds before it removes anything. Numbers of leads. */
export type Stock = {
  /** Those that hold their persons. */
  leads: number
  /** Those of them that are due and not on their way. */
  due: number
  /** Those due that were so a day after the last run's cut-off: that much a normal day brings. */
  dayWorth: number
}

/** Of all leads, at most so many are due by an ordinary night. */
const share = 0.2

/** And at most so many more than a day brings. */
const margin = 1_000

/**
 * Ten or fewer of a day's worth are let go whatever the share, or the administrator of a small installation would be
 * asked every night. By the clock of an earlier run they are due, not only by that of this one.
 */
const handful = 10

/** How many leads may be due without a person's word. */
export function boundOf({ leads, dayWorth }: Omit<Stock, 'due'>): number {
  return Math.max(Math.min(Math.floor(leads * share), dayWorth + margin), Math.min(dayWorth, handful))
}

/** What is to be done about what was found: nothing is removed by a doubted clock, nor beyond the bound. */
export function judgeRun(
  doubt: ClockDoubt | null,
  stock: Stock,
): Pick<RetentionRun, 'state' | 'reason' | 'bound'> {
  const bound = boundOf(stock)
  if (doubt) return { state: 'refused', reason: `clock_${doubt}`, bound }
  return stock.due > bound
    ? { state: 'held', reason: 'over_bound', bound }
    : { state: 'running', reason: null, bound }
}

const hour = 3_600_000

/** A night begins at two in Sweden. In ms after midnight. */
const nightfall = 2 * hour

/** The night that a moment belongs to, as the day that follows it: `YYYY-MM-DD`. Lasts until the next nightfall. */
export function nightOf(moment: Date): string {
  return stockholmDate(new Date(moment.getTime() - nightfall))
}

/** When the next night begins. In the night in which summer time begins no clock shows two: an hour later. */
export function nextNight(now: Date): Date {
  const begins = [0, 24, 48]
    .map((hours) => stockholmDate(new Date(now.getTime() + hours * hour)))
    .flatMap((day) => stockholmMoments(`${day}T02:00:00`).concat(stockholmMoments(`${day}T03:00:00`)))
    .filter((moment) => moment > now && nightOf(moment) !== nightOf(now))
  return new Date(Math.min(...begins.map((moment) => moment.getTime())))
}
