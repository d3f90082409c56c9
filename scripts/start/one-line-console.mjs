import { format } from 'node:util'

const longest = 2_000

/** As pino numbers them. */
const levels = { debug: 20, log: 30, info: 30, warn: 40, error: 50 }

/**
 * From now on what a library prints is one JSON line each, like our own log: whatever stands in it, and some of it
 * comes from strangers, it begins no line. On a terminal nothing changes: there a person reads it.
 * @param {{ console: Record<keyof typeof levels, (...words: unknown[]) => void>, write: (line: string) => void, isTerminal: boolean }} where
 */
export function oneLineConsole({ console, write, isTerminal }) {
  if (isTerminal) return
  for (const [name, level] of /** @type {[keyof typeof levels, number][]} */ (Object.entries(levels))) {
    console[name] = (...words) => {
      const msg = format(...words).slice(0, longest)
      write(`${JSON.stringify({ level, time: Date.now(), from: 'console', msg })}\n`)
    }
  }
}
