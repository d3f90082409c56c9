import { format } from 'node:util'

const longest = 2_000

/** As pino numbers them. */
const levels = { debug: 20, log: 30, info: 30, warn: 40, error: 50 }

interface Place {
  console: Record<keyof typeof levels, (...words: unknown[]) => void>
  write: (line: string) => void
  isTerminal: boolean
}

/**
 * From now on what a library prints is one JSON line each, like our own log: whatever stands in it, and some of it
 * comes from strangers, it begins no line. On a terminal nothing changes: there a person reads it.
 */
export function oneLineConsole({ console, write, isTerminal }: Place): void {
  if (isTerminal) return
  // The names are those of `levels`, which `Object.entries` forgets.
  for (const [name, level] of Object.entries(levels) as [keyof typeof levels, number][]) {
    console[name] = (...words) => {
      const msg = format(...words).slice(0, longest)
      write(`${JSON.stringify({ level, time: Date.now(), from: 'console', msg })}\n`)
    }
  }
}
