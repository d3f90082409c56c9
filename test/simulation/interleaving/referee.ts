import type { Pool } from 'pg'
import type { OutboundLimits } from '@/lib/deliveries/delivery-store'
import { Violation } from '../watch'

type Count = { underWay: number; most: number; tooClose: number; doubled: number; holes: number }

/** Sees over a connection of its own what others have committed, and throws where that must not be. */
export class Referee {
  readonly #pool: Pool
  readonly #limits: OutboundLimits
  readonly #sentAgain = new Map<string, number>()

  constructor(pool: Pool, limits: OutboundLimits) {
    this.#pool = pool
    this.#limits = limits
  }

  async letPass(ms: number): Promise<void> {
    if (ms > 0)
      await this.#pool.query(`UPDATE simulated_clock SET at = at + $1 * interval '1 millisecond'`, [ms])
  }

  sentAgain(leadId: string): void {
    this.#sentAgain.set(leadId, (this.#sentAgain.get(leadId) ?? 0) + 1)
  }

  async look(): Promise<void> {
    const { atOnce, perSecond, slotMs } = this.#limits
    const { rows } = await this.#pool.query<Count>({
      name: 'referee',
      text: query,
      values: [slotMs, 1_050 / perSecond],
    })
    const [now] = rows
    if (!now) throw new Error('nothing came back')
    if (now.underWay > atOnce) throw new Violation(`${now.underWay} at once, of ${atOnce}`)
    if (now.most > atOnce - 1) throw new Violation(`a customer has ${now.most} places, of ${atOnce - 1}`)
    if (now.tooClose > 0) throw new Violation('two places are too close to each other')
    if (now.holes > 0) throw new Violation('attempts are not as many as their lead says')
  }

  /** At the end: what was delivered more often than a person sent it again. */
  async expectNoneDoubled(): Promise<void> {
    const { rows } = await this.#pool.query<{ leadId: string; times: number }>(`
      SELECT lead_id::text AS "leadId", count(*)::int AS times FROM delivery_attempt
      WHERE outcome = 'delivered' GROUP BY 1`)
    for (const { leadId, times } of rows)
      if (times > 1 + (this.#sentAgain.get(leadId) ?? 0)) throw new Violation(`${leadId} was delivered twice`)
  }
}

const query = `WITH under_way AS (
  SELECT vitec_customer_id AS customer, at FROM outbound_place
  WHERE at >= delivery_clock() - interval '100 milliseconds'
  UNION ALL
  SELECT l.vitec_customer_id, NULL FROM delivery_attempt a JOIN lead l ON l.id = a.lead_id
  WHERE a.ended_at IS NULL AND a.started_at > delivery_clock() - $1 * interval '1 millisecond'
) SELECT (SELECT count(*)::int FROM under_way) AS "underWay",
  (SELECT coalesce(max(n), 0)::int FROM (SELECT count(*) AS n FROM under_way GROUP BY customer) c) AS most,
  (SELECT count(*)::int FROM (SELECT at - lag(at) OVER (ORDER BY at) AS apart FROM outbound_place) p
    WHERE apart < $2 * interval '1 millisecond') AS "tooClose",
  (SELECT count(*)::int FROM lead l WHERE l.attempt_count <>
    (SELECT count(*) FROM delivery_attempt a WHERE a.lead_id = l.id)) AS holes`
