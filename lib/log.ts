import pino from 'pino'
import { failureCause } from './failure-cause'

/**
 * The process's log: JSON lines with ids, codes and times.
 * Never pass a lead, a body, a message or an answer of Vitec's: they hold personal data.
 */
export const log = pino({ level: process.env.LOG_LEVEL || 'info', base: null })

/** What may be logged of an error. `cause`: what to look at, where a code in its chain of causes tells. */
type Loggable = { error: string; code?: string; cause?: string; cause_code?: string; at?: string[] }

/**
 * What may be logged of an error: its name, its code, its cause in a sentence of ours, and where it arose.
 * Not its message: Prisma's and PostgreSQL's quote values, and those are people.
 */
export function loggable(error: unknown): Loggable {
  if (!(error instanceof Error)) return { error: typeof error }
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return {
    error: error.name,
    ...('code' in error && { code: String(error.code) }),
    ...failureCause(error),
    at: frames.slice(0, 6).map((frame) => frame.trim()),
  }
}
