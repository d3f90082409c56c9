import { z } from 'zod'
import { log, loggable } from '@/lib/log'
import type { RunNote, ScheduledName } from '@/lib/system/scheduled-run'

export type RunRecord = ReturnType<typeof createRunRecord>

type Kept = {
  ended?: { atMs: number; tookMs: number; isIdle: boolean }
  failed?: { atMs: number; of: string }
}

/** What of this process ran by itself, the newest of each name, in memory alone. */
export function createRunRecord(nowMs: () => number = () => performance.now()) {
  const kept = new Map<ScheduledName, Kept>()
  const keep = (name: ScheduledName, what: Kept) => kept.set(name, { ...kept.get(name), ...what })
  const ended = (name: ScheduledName, tookMs: number, isIdle = true) =>
    keep(name, { ended: { atMs: nowMs(), tookMs: Math.round(tookMs), isIdle } })
  const failed = (name: ScheduledName, failure: string) =>
    keep(name, { failed: { atMs: nowMs(), of: failure } })
  return {
    /** `isIdle`: it had nothing to do. */
    ended: (name: ScheduledName, tookMs: number, isIdle?: boolean): void => void ended(name, tookMs, isIdle),
    /** `failure` is a code: see {@link failureCode}. */
    failed: (name: ScheduledName, failure: string): void => void failed(name, failure),
    /** Makes what others start known here too, each time that it is done; its result and its errors stay theirs. */
    watch:
      <A extends unknown[], R>(name: ScheduledName, run: (...args: A) => Promise<R>) =>
      async (...args: A): Promise<R> => {
        const began = nowMs()
        try {
          const result = await run(...args)
          ended(name, nowMs() - began)
          return result
        } catch (error) {
          failed(name, failureCode(error))
          throw error
        }
      },
    notes: (): RunNote[] =>
      [...kept].map(([name, run]) => ({
        name,
        endedAgoMs: run.ended ? nowMs() - run.ended.atMs : null,
        tookMs: run.ended?.tookMs ?? null,
        isIdle: run.ended?.isIdle ?? true,
        failedAgoMs: run.failed ? nowMs() - run.failed.atMs : null,
        failure: run.failed?.of ?? null,
      })),
  }
}

/** Of this process. */
export const runRecord = createRunRecord()

/** An error of Prisma's around one of the database: its own code says only that there was one. */
const aroundDatabaseError = z.object({
  meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
})

/** Of what something failed, for everybody to read: a code or the name of the error, never words that may quote a person. */
export function failureCode(error: unknown): string {
  const { code, error: name } = loggable(error)
  const inner = aroundDatabaseError.safeParse(error).data?.meta.driverAdapterError.cause.originalCode
  const text = inner ?? code ?? name
  return /^[\w.-]{1,60}$/.test(text) ? text : 'unknown'
}

/** What a run did, of what it gave back: its numbers alone, so that no line of the log can hold a text. */
export function figuresOf(done: unknown): Record<string, number> {
  if (typeof done !== 'object' || done === null) return {}
  return Object.fromEntries(
    Object.entries(done).filter(([, value]) => typeof value === 'number' && Number.isFinite(value)),
  )
}

/** A line for a piece of work that ran by itself: at `info` where it did something, else at `debug`. */
export function tellDone(
  line: Record<string, unknown>,
  figures: Record<string, number>,
  words: string,
): void {
  const isIdle = Object.values(figures).every((figure) => figure === 0)
  log[isIdle ? 'debug' : 'info']({ ...line, ...figures }, words)
}
