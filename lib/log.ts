import pino from 'pino'

/**
 * The process's log: JSON lines with ids, codes and times.
 * Never pass a lead, a body, a message or an answer of Vitec's: they hold personal data.
 */
export const log = pino({ level: process.env.LOG_LEVEL || 'info', base: null })
