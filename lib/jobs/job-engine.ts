import PgBoss from 'pg-boss'
import type { BookBulkSend, RunSql } from '@/lib/bulk-sends/bulk-send-store'
import { schedule } from './schedule'

const bulkQueue = 'bulk-send'

/** So many bulks go a step at the same time. */
const bulkBatch = 5
/** In ms: what books a step may still have to commit. */
const untilCommitted = 100

export type JobEngine = {
  bookBulkSend: BookBulkSend
  /** Makes the tables and queues, where they are not there, and stops again: for a role that may. */
  prepare(): Promise<void>
  /** Starts working: it is called with a bulk's id when its time has come. It must not throw. */
  start(work: JobWork): Promise<void>
  /** Takes no new work from now on; steps can still be booked, for the next start. */
  pause(): Promise<void>
  /** Takes no new work and waits, at most `deadlineMs`, for what is being worked on. */
  stop(deadlineMs: number): Promise<void>
}

type JobWork = {
  workBulkSend: (bulkSendId: string) => Promise<void>
}

type Query = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

/**
 * pg-boss on the application's own database pool, in its own schema.
 *
 * A job is only a wake-up call: what is to be done is decided by rows of ours, so a job that comes twice, late or not at all
 * does no harm. That is why pg-boss itself never retries one.
 */
export function createJobEngine(query: Query, onError: (error: Error) => void): JobEngine {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => outOfDeadlocks(() => query(text, values)) },
    schedule: false,
    // It writes down that it looked, and by default does so every two minutes. Nothing of ours waits for it.
    maintenanceIntervalSeconds: 600,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 1,
  })
  boss.on('error', onError)
  let worker: string | null = null
  const wakeAt = (at: Date) =>
    setTimeout(
      () => worker && boss.notifyWorker(worker),
      Math.max(0, at.getTime() - Date.now()) + untilCommitted,
    ).unref()
  const startWithQueues = async () => {
    await boss.start()
    // At most one waits for each key: steps that are booked twice do not multiply.
    await boss.createQueue(bulkQueue, { name: bulkQueue, policy: 'short' })
  }
  return {
    async bookBulkSend(run, bulkSendId, at) {
      const options = { startAfter: at, retryLimit: 0, singletonKey: bulkSendId, db: sqlOf(run) }
      await boss.send(bulkQueue, { bulkSendId }, options)
      wakeAt(at)
    },
    async prepare() {
      await startWithQueues()
      await boss.stop({ graceful: false, close: false })
    },
    async start({ workBulkSend }) {
      await startWithQueues()
      const bulkOptions = {
        batchSize: bulkBatch,
        pollingIntervalSeconds: schedule['fetch-jobs'].everyMs / 1000,
      }
      // What is booked here is fetched when its time comes.
      worker = await boss.work<{ bulkSendId: string }>(bulkQueue, bulkOptions, async (jobs) => {
        await Promise.all(jobs.map((job) => workBulkSend(job.data.bulkSendId)))
      })
    },
    async pause() {
      worker = null
      await boss.offWork(bulkQueue)
    },
    stop: (deadlineMs) => boss.stop({ graceful: true, wait: true, close: false, timeout: deadlineMs }),
  }
}

const mostDeadlocks = 10

/**
 * pg-boss makes a queue in a statement that locks itself out when two instances start on a new database at once: the one
 * that PostgreSQL ends has done nothing, and finds the queue made when it asks again.
 */
async function outOfDeadlocks<T>(run: () => Promise<T>): Promise<T> {
  for (let ended = 0; ended < mostDeadlocks; ended++) {
    try {
      return await run()
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === '40P01')) throw error
    }
  }
  return run()
}

function sqlOf(run: RunSql): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await run(text, values) }) }
}
