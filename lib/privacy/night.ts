import { stockholmDate, stockholmMoments } from '@/lib/time/stockholm-time'

const hour = 3_600_000

/** A night begins at two in Sweden. In ms after midnight. */
const nightfall = 2 * hour

/** The night that a moment belongs to, as the day that follows it: `YYYY-MM-DD`. Lasts until the next nightfall. */
export function nightOf(moment: Date): string {
  return stockholmDate(new Date(moment.getTime() - nightfall))
}

/** When the next night begins. In the night in which summer time begins nobody's clock shows two: an hour later. */
export function nextNight(now: Date): Date {
  const begins = [0, 24, 48]
    .map((hours) => stockholmDate(new Date(now.getTime() + hours * hour)))
    .flatMap((day) => stockholmMoments(`${day}T02:00:00`).concat(stockholmMoments(`${day}T03:00:00`)))
    .filter((moment) => moment > now && nightOf(moment) !== nightOf(now))
  return new Date(Math.min(...begins.map((moment) => moment.getTime())))
}
