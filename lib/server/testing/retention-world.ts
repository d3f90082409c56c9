import type { Database } from '@/lib/db/open-database'
import { storeLead } from '@/lib/db/testing/store-lead'
import { sandbox } from '@/lib/environments/environment'
import type { RetentionRun } from '@/lib/privacy/retention-run'
import { createRetention } from '@/lib/privacy/run-retention'
import { createClockWatch } from '@/lib/privacy/store/clock-watch'
import { createRetentionStore } from '@/lib/privacy/store/create-retention-store'

export type RetentionWorld = ReturnType<typeof createRetentionWorld>

/** Leads of any age, and retention that keeps persons for 24 months unless another is asked for. */
export function createRetentionWorld(database: Database) {
  const { pool, prisma } = database
  const stores = createRetentionStore(prisma, sandbox)
  /** As another instance, or after a restart; `null` keeps persons for ever. */
  const another = (months: number | null = 24) =>
    createRetention(
      { store: stores, clock: createClockWatch(prisma) },
      months === null ? { months, reason: 'a test' } : { months },
    )
  const retention = another()
  return {
    stores,
    retention,
    another,
    /** Nothing is left but a clock that was believed just now. */
    async clear() {
      await pool.query('TRUNCATE lead, retention_run CASCADE')
      await pool.query(
        'UPDATE clock_watch SET seen_at = clock_timestamp(), rows_up_to = (SELECT max(at) FROM audit_event)',
      )
    },
    /** Leads of such an age, an interval of PostgreSQL's, that wait for nothing. */
    async store(count: number, age: string) {
      const { rows } = await pool.query<{ at: Date }>('SELECT clock_timestamp() - $1::interval AS at', [age])
      const first = await storeLead(database, { at: rows[0]?.at ?? new Date(0) })
      await pool.query("UPDATE lead SET status = 'failed', next_attempt_at = NULL WHERE id = $1", [first])
      await pool.query(
        `INSERT INTO lead SELECT r.* FROM lead l, generate_series(2, $2::int) n,
           jsonb_populate_record(l, jsonb_build_object('id', md5(l.id::text || n)::uuid)) r WHERE l.id = $1::uuid`,
        [first, count],
      )
    },
    anonymised: () => prisma.lead.count({ where: { anonymisedAt: { not: null } } }),
    /** The states of all runs, oldest first. */
    async runs() {
      const rows = await prisma.retentionRun.findMany({ orderBy: { id: 'asc' }, select: { state: true } })
      return rows.map(({ state }) => state)
    },
    async waiting(): Promise<RetentionRun> {
      const { waiting } = await retention.report()
      if (!waiting) throw new Error('no run waits')
      return waiting
    },
    async events(subject: string) {
      const rows = await prisma.auditEvent.findMany({
        where: { subject },
        select: { verb: true, actor: true },
      })
      return rows.map(({ verb, actor }) => `${verb} by ${actor}`)
    },
  }
}
