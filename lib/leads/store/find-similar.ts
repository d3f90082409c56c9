import type { Database } from '@/lib/db/open-database'
import type { EnvironmentId } from '@/lib/environments/environment'
import { type FindSimilar, mostSimilar, type Sameness, type SimilarLead, samenesses } from '../similar-leads'

/** Of each thing that is alike, so many of the newest are looked at: a number for trying things out may be in thousands. */
const mostOfKind = 20

const ofKind = (kind: Sameness, place: number) => `(
  SELECT lead_id, '${kind}' AS kind FROM lead_match WHERE ${kind} = $${place}::bigint
  ORDER BY lead_id DESC LIMIT ${mostOfKind})`

const text = `
  SELECT lead.id::text, alike.same, lead.received_at AS "receivedAt", lead.status::text, lead.first_name AS "firstName"
  FROM (
    SELECT lead_id, array_agg(kind) AS same
    FROM (${samenesses.map((kind, at) => ofKind(kind, at + 1)).join(' UNION ALL ')}) found GROUP BY lead_id
  ) alike JOIN lead ON lead.id = alike.lead_id
  WHERE lead.environment = $4 AND lead.anonymised_at IS NULL AND lead.replaced_by_id IS NULL
    AND lead.received_at > clock_timestamp() - interval '30 days'
    AND ($5::text IS NULL OR lead.actor = $5) AND lead.id IS DISTINCT FROM $6::uuid
  ORDER BY lead.received_at DESC, lead.id DESC LIMIT ${mostSimilar}`

type Row = Omit<SimilarLead, 'receivedAt'> & { receivedAt: Date }

/** {@link FindSimilar} on PostgreSQL: leads of `environment`, by indexes, however many there are. */
export function createFindSimilar(
  { pool }: Pick<Database, 'pool'>,
  environment: EnvironmentId,
): FindSimilar {
  return async ({ keys, sentBy, except }) => {
    const values = [...samenesses.map((kind) => keys[kind]?.toString() ?? null), environment, sentBy, except]
    if (values.slice(0, samenesses.length).every((key) => key === null))
      return { leads: [] }
    const { rows } = await pool.query<Row>({ name: 'find-similar', text, values })
    const leads = rows.map(({ receivedAt, same, ...row }) => ({
      ...row,
      same: samenesses.filter((kind) => same.includes(kind)),
      receivedAt: receivedAt.toISOString(),
    }))
    return { leads }
  }
}
