import type { ChannelName, Condition } from '@/lib/alerts/alert'
import type { AlertLimits } from '@/lib/alerts/alert-store'
import { createAlertStore } from '@/lib/alerts/store/create-alert-store'
import type { Database } from '@/lib/db/open-database'
import { sandbox } from '@/lib/environments/environment'
import { setClock } from '../database/test-clock'

export const begun = new Date('2026-11-27T02:00:00Z')
const limits: AlertLimits = { waitingMinutes: 30, retentionMonths: 24, hasBackups: false }

/** Alerts of a database whose clock stands where the test says, in minutes since {@link begun}. */
export function createAlertWorld(database: Database) {
  const { prisma, pool } = database
  const store = createAlertStore(prisma, { environment: sandbox, magicPrefix: 'SANDBOX-' })
  const at = (minutes: number) => new Date(begun.getTime() + Math.round(minutes * 60_000))
  return {
    store,
    at,
    setClock: (minutes: number) => setClock(pool, at(minutes)),
    /** A look at a time; what it raised and ended, as `+kind` and `-kind`. */
    async look(
      minutes: number,
      more: Partial<AlertLimits> = {},
      {
        seen = [],
        channels = ['webhook'],
      }: { seen?: Omit<Condition, 'since'>[]; channels?: ChannelName[] } = {},
    ) {
      await setClock(pool, at(minutes))
      const { raised, ended } = await store.look({ ...limits, ...more }, seen, channels)
      return [...raised.map(({ kind }) => `+${kind}`), ...ended.map(({ kind }) => `-${kind}`)].sort()
    },
    /** Pauses a customer as a refused lead does. */
    async pause(vitecId: string, { isListed = true, name = 'Norr' } = {}) {
      await pool.query(
        `INSERT INTO customer (id, vitec_id, name, found_by_pause, updated_at)
         VALUES (gen_random_uuid(), $1, $2, $3, now()) ON CONFLICT DO NOTHING`,
        [vitecId, isListed ? name : vitecId, !isListed],
      )
      await pool.query(
        `INSERT INTO customer_pause (environment, vitec_customer_id, reason, since, next_probe_at)
         VALUES ('sandbox', $1, 'credentials', delivery_clock(), delivery_clock())`,
        [vitecId],
      )
    },
    resume: (vitecId: string) =>
      pool.query('DELETE FROM customer_pause WHERE vitec_customer_id = $1', [vitecId]),
    hold: () =>
      pool.query(`INSERT INTO sending_hold (id, since, reason, actor)
        VALUES (gen_random_uuid(), delivery_clock(), 'administrator', 'open')`),
    /** Every notice, as `news state`. */
    async notices() {
      const { rows } = await pool.query<{ text: string }>(
        `SELECT n.news || ' ' || n.state AS text FROM alert_notice n ORDER BY n.created_at, n.news`,
      )
      return rows.map(({ text }) => text)
    },
    clear: () =>
      pool.query(`TRUNCATE alert, customer_pause, customer_trouble, customer, sending_hold, lead, lead_event,
        retention_run, scheduled_run, backup, webhook CASCADE`),
  }
}
