import type { Database } from '@/lib/db/open-database'

/** So many of the newest leads are looked through, whoever sent them, and so many customers are told of. */
const [looked, most] = [2_000, 5]

/** The Vitec customer ids that somebody has lately entered leads for, the latest first. */
export async function recentCustomers({ pool }: Pick<Database, 'pool'>, actor: string): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'recent-customers',
    text: `
      SELECT vitec_customer_id AS id FROM (
        SELECT vitec_customer_id, actor, received_at FROM lead ORDER BY received_at DESC, id DESC LIMIT ${looked}
      ) newest WHERE actor = $1 AND vitec_customer_id <> ''
      GROUP BY vitec_customer_id ORDER BY max(received_at) DESC LIMIT ${most}`,
    values: [actor],
  })
  return rows.map(({ id }) => id)
}
