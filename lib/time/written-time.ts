import { timeZone } from '@/lib/i18n/formats'

/** How much of a time is written: date and time, with seconds, the date alone, the time alone. */
export type TimeLook = 'minute' | 'second' | 'day' | 'clock'

// Swedish dates are ISO 8601's.
const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })

const parts: Record<TimeLook, [number, number]> = {
  minute: [0, 'YYYY-MM-DD HH:mm'.length],
  second: [0, 'YYYY-MM-DD HH:mm:ss'.length],
  day: [0, 'YYYY-MM-DD'.length],
  clock: ['YYYY-MM-DD '.length, 'YYYY-MM-DD HH:mm:ss'.length],
}

/** The time in Sweden at a moment (ISO 8601) as people read it, in every language: `2026-11-27 08:15`. */
export function writtenTime(at: string, look: TimeLook): string {
  return format.format(new Date(at)).slice(...parts[look])
}
