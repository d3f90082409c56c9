import { keyViews } from '@/lib/api-keys/store/create-api-key-store'
import type { Database } from '@/lib/db/open-database'
import { fromColumns, leadColumns } from '@/lib/leads/store/add-lead'
import type { Arrived } from '@/lib/posting-packs/judge-cases'
import type { PostingPackStore } from '@/lib/posting-packs/posting-pack-store'

/** So many of a key's newest leads are looked through, and so many answers are kept of it. */
const [mostLeads, mostAnswers] = [1_000, 200]

/** {@link PostingPackStore} on PostgreSQL. */
export function createPostingPackStore({
  prisma,
  pool,
}: Pick<Database, 'prisma' | 'pool'>): PostingPackStore {
  return {
    async source(leadSourceId) {
      const select = { id: true, vitecId: true, name: true } as const
      const found = await prisma.leadSource.findUnique({
        where: { id: leadSourceId },
        select: { ...select, active: true, customer: { select } },
      })
      if (!found) return null
      const { customer, ...leadSource } = found
      return { customer, leadSource }
    },
    keys: (leadSourceId, now) => keyViews(prisma, { leadSourceId }, now),
    async arrived(keyId, emails) {
      const actor = `key:${keyId}`
      const [found, answers] = await Promise.all([
        pool.query<{ ids: string[] | null; others: number }>(newestText, [actor, emails, mostLeads]),
        prisma.testAnswer.findMany({
          where: { apiKeyId: keyId },
          orderBy: { id: 'desc' },
          take: mostAnswers,
        }),
      ])
      const { ids, others } = found.rows[0] ?? { ids: null, others: 0 }
      const leads = await prisma.lead.findMany({
        where: { id: { in: ids ?? [] } },
        select: { ...leadColumns, id: true, receivedAt: true, status: true },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
      })
      return {
        leads: leads.map(({ id, receivedAt, status, ...columns }) => ({
          ...{ id, at: receivedAt, status },
          lead: fromColumns(columns),
        })),
        answers: answers.map(({ id, at, httpStatus, code, fields, leadId }) => ({
          ...{ id: String(id), at, httpStatus, code, fields, leadId },
        })),
        otherLeads: others,
      } satisfies Arrived
    },
    async keepAnswer(keyId, { httpStatus, code, fields, leadId }) {
      await pool.query(keepText, [keyId, httpStatus, code, fields, leadId, mostAnswers - 1])
    },
  }
}

/** By the index `lead_of_sender`: a key that sends without end costs a look no more than this. */
const newestText = `
  SELECT (array_agg(id::text) FILTER (WHERE email = ANY($2::text[])))[1:100] AS ids,
    (count(*) FILTER (WHERE email <> ALL($2::text[])))::int AS others
  FROM (SELECT id, lower(email) AS email FROM lead WHERE actor = $1 AND anonymised_at IS NULL
    ORDER BY received_at DESC, id DESC LIMIT $3::int) newest`

const keepText = `
  WITH gone AS (
    DELETE FROM test_answer WHERE api_key_id = $1::uuid AND id <= (
      SELECT id FROM test_answer WHERE api_key_id = $1::uuid ORDER BY id DESC OFFSET $6::int LIMIT 1))
  INSERT INTO test_answer (api_key_id, http_status, code, fields, lead_id)
  VALUES ($1::uuid, $2::int, $3, $4::text[], $5::uuid)`
