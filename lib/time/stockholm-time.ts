const format = new Intl.DateTimeFormat('en', {
  timeZone: 'Europe/Stockholm',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
})

const hour = 3_600_000
/** Sweden's two, in ms ahead of UTC: summer and winter. */
const offsets = [2 * hour, hour]

/** What a clock on a Swedish wall shows at a moment: `YYYY-MM-DDTHH:MM:SS`, without an offset. */
export function stockholmWallClock(moment: Date): string {
  const parts = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${parts.year}-${parts.month}-${parts.day}T${parts.hour}:${parts.minute}:${parts.second}`
}

/**
 * The moments at which a Swedish clock shows `YYYY-MM-DDTHH:MM:SS`, earliest first: one; two in the hour that the end
 * of summer time repeats; none in the hour that its beginning skips, or where the text is no time.
 */
export function stockholmMoments(wallClock: string): Date[] {
  const asUtc = Date.parse(`${wallClock}Z`)
  if (Number.isNaN(asUtc)) return []
  return offsets
    .map((offset) => new Date(asUtc - offset))
    .filter((moment) => stockholmWallClock(moment) === wallClock)
}

/** The day in Sweden at a moment, as `YYYY-MM-DD`. */
export function stockholmDate(now: Date): string {
  return stockholmWallClock(now).slice(0, 'YYYY-MM-DD'.length)
}

/** Whether text is a day that exists, as `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  // Some engines read 30 February as 1 March.
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const dayLength = 24 * hour

/** The day that stands so many days after one, both as `YYYY-MM-DD`; before it where `days` is negative. */
export function nextDay(day: string, days = 1): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * dayLength).toISOString().slice(0, day.length)
}

/** When a day begins in Sweden: a day has 23 or 25 hours twice a year. */
export function startOfDay(day: string): Date {
  return stockholmMoments(`${day}T00:00:00`)[0] ?? new Date(day)
}
