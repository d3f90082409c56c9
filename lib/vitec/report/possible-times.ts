import { stockholmMoments } from '@/lib/time/stockholm-time'

/** As .NET writes times: a fraction of up to seven digits, and an offset or none. */
const isoTime = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(:\d{2})?(\.\d+)?\s?(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * The moments that a time in Vitec's report may mean, to the second: one; two in the hour that Sweden's clocks repeat;
 * none where it cannot be read. Without an offset it is Swedish wall-clock time.
 */
export function possibleTimes(text: string): Date[] {
  const [, day, minutes, seconds = ':00', , offset] = isoTime.exec(text.trim()) ?? []
  if (!day || !minutes) return []
  const wallClock = `${day}T${minutes}${seconds}`
  if (!offset) return stockholmMoments(wallClock)
  const moment = new Date(`${wallClock}${offset.toUpperCase().replace(/(\d{2}):?(\d{2})$/, '$1:$2')}`)
  return Number.isNaN(moment.getTime()) ? [] : [moment]
}
