import { format } from 'node:util'
import { loggable } from '@/lib/log'

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
 * comes from strangers, it begins no line. Of an error it says what our own log does, and not its message: Next prints what a
 * page threw, and the database's words quote values. On a terminal nothing changes: there a person reads it.
 */
export function oneLineConsole({ console, write, isTerminal }: Place): void {
  if (isTerminal) return
  // The names are those of `levels`, which `Object.entries` forgets.
  for (const [name, level] of Object.entries(levels) as [keyof typeof levels, number][]) {
    console[name] = (...words) => {
      const error = words.find((word) => word instanceof Error)
      const shown = words.map((word) => (word instanceof Error ? word.name : word))
      const msg = format(...shown).slice(0, longest)
      const line = { level, time: Date.now(), from: 'console', ...(error && loggable(error)), msg }
      write(`${JSON.stringify(line)}\n`)
    }
  }
}
