import PgBoss from 'pg-boss'
import type { BookBulkSend } from '@/lib/db/bulk-send/book-bulk-send'
import type { BookDelivery, RunSql } from '@/lib/db/delivery/book-delivery'
import type { OutboundLimits } from '@/lib/delivery/outbound-limits'

const queue = 'deliver-lead'
const bulkQueue = 'bulk-send'

/** So many bulks go a step at the same time. */
const bulkBatch = 5

/** Each one asks the database once a second. */
const mostWorkers = 5

export type JobEngine = {
  /** Books an attempt inside the caller's transaction. Only the lead's id is kept with the job. */
  book: BookDelivery
  bookBulkSend: BookBulkSend
  /** Starts working: each is called with an id when its time has come. They must not throw. */
  start(work: JobWork): Promise<void>
  /** Takes no new work from now on; attempts can still be booked, for the next start. */
  pause(): Promise<void>
  /** Takes no new work and waits, at most `deadlineMs`, for what is being worked on. */
  stop(deadlineMs: number): Promise<void>
}

type JobWork = {
  deliver: (leadId: string) => Promise<void>
  workBulkSend: (bulkSendId: string) => Promise<void>
}

type Query = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>

/**
 * pg-boss on the application's own database pool, in its own schema.
 *
 * A job is only a wake-up call: whether an attempt is due is decided by the lead's row, so a job that comes twice,
 * late or not at all does no harm. That is why pg-boss itself never retries one. As many are fetched in a second as
 * Vitec may be asked.
 */
export function createJobEngine(
  query: Query,
  onError: (error: Error) => void,
  { atOnce, perSecond }: Pick<OutboundLimits, 'atOnce' | 'perSecond'>,
): JobEngine {
  // Several, so that a lead which Vitec takes its time over holds up its own few and no others.
  const workers = Math.min(atOnce, mostWorkers)
  const batchSize = Math.ceil(perSecond / workers)
  const boss = new PgBoss({
    db: { executeSql: (text, values) => query(text, values) },
    schedule: false,
    archiveCompletedAfterSeconds: 3600,
    deleteAfterDays: 1,
  })
  boss.on('error', onError)
  return {
    async book(run, leadId, at) {
      await boss.send(queue, { leadId }, { startAfter: at, retryLimit: 0, db: sqlOf(run) })
    },
    async bookBulkSend(run, bulkSendId, at) {
      const options = { startAfter: at, retryLimit: 0, singletonKey: bulkSendId, db: sqlOf(run) }
      await boss.send(bulkQueue, { bulkSendId }, options)
    },
    async start({ deliver, workBulkSend }) {
      await boss.start()
      await boss.createQueue(queue)
      // At most one waits for each key: steps that are booked twice do not multiply.
      await boss.createQueue(bulkQueue, { name: bulkQueue, policy: 'short' })
      const bulkOptions = { batchSize: bulkBatch, pollingIntervalSeconds: 1 }
      await boss.work<{ bulkSendId: string }>(bulkQueue, bulkOptions, async (jobs) => {
        await Promise.all(jobs.map((job) => workBulkSend(job.data.bulkSendId)))
      })
      const options = { batchSize, pollingIntervalSeconds: 1 }
      for (let worker = 0; worker < workers; worker++) {
        await boss.work<{ leadId: string }>(queue, options, async (jobs) => {
          await Promise.all(jobs.map((job) => deliver(job.data.leadId)))
        })
      }
    },
    async pause() {
      await Promise.all([queue, bulkQueue].map((name) => boss.offWork(name)))
    },
    stop: (deadlineMs) => boss.stop({ graceful: true, wait: true, close: false, timeout: deadlineMs }),
  }
}

function sqlOf(run: RunSql): PgBoss.Db {
  return { executeSql: async (text, values) => ({ rows: await run(text, values) }) }
}
