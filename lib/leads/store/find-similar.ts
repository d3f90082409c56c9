import { createHash } from 'node:crypto'
import type { Database } from '@/lib/db/open-database'
import { type EnvironmentId, testing } from '@/lib/environments/environment'
import type { MatchTexts } from '../search/search-text'
import type { FindSimilar, SimilarLead } from '../similar-lead'

type Kind = SimilarLead['same'][number]
const kinds: Kind[] = ['phone', 'email', 'place']

/** How many leads are told of at most. */
const mostSimilar = 3

/** Of each thing that is alike, so many of the newest are looked at: a number for trying things out may be in thousands. */
const mostOfKind = 20

const ofKind = (kind: Kind, place: number) => `(
  SELECT lead_id, '${kind}' AS kind FROM lead_match WHERE ${kind} = $${place}::bigint
  ORDER BY lead_id DESC LIMIT ${mostOfKind})`

const text = `
  SELECT lead.id::text, alike.same, lead.received_at AS "receivedAt", lead.status::text, lead.first_name AS "firstName"
  FROM (
    SELECT lead_id, array_agg(kind) AS same
    FROM (${kinds.map((kind, at) => ofKind(kind, at + 1)).join(' UNION ALL ')}) found GROUP BY lead_id
  ) alike
  -- Each by its id: without statistics PostgreSQL might read all leads for a few.
  CROSS JOIN LATERAL (SELECT * FROM lead WHERE id = alike.lead_id LIMIT 1) lead
  WHERE lead.environment = $4 AND lead.anonymised_at IS NULL AND lead.replaced_by_id IS NULL
    AND lead.received_at > clock_timestamp() - interval '30 days'
    AND ($5::text IS NULL OR lead.actor = $5) AND lead.id IS DISTINCT FROM $6::uuid
  ORDER BY cardinality(alike.same) DESC, lead.received_at DESC, lead.id DESC LIMIT ${mostSimilar}`

type Row = Omit<SimilarLead, 'receivedAt'> & { receivedAt: Date }

/** {@link FindSimilar} on PostgreSQL: leads of `environment`, by indexes, however many there are. */
export function createFindSimilar({ pool }: Pick<Database, 'pool'>, environment: EnvironmentId): FindSimilar {
  return async ({ texts, sentBy, except }) => {
    const keys = matchKeysIn(environment, texts)
    const sought = kinds.map((kind) => keys[kind])
    if (sought.every((key) => key === null)) return { leads: [] }
    const values = [...sought, environment, sentBy, except]
    const { rows } = await pool.query<Row>({ name: 'find-similar', text, values })
    const leads = rows.map(({ receivedAt, same, ...row }) => ({
      ...row,
      same: kinds.filter((kind) => same.includes(kind)),
      receivedAt: receivedAt.toISOString(),
    }))
    return { leads }
  }
}

/**
 * What a lead is known by to be like others, as `match_key` in the migrations has it: of each thing the first eight bytes of its
 * SHA-256. Of leads of test keys it is nobody else's: else the newest that have one number would all be tests, and a real one
 * would not be looked at.
 */
export function matchKeysIn(environment: EnvironmentId, texts: MatchTexts): Record<Kind, bigint | null> {
  const keyOf = (kind: Kind) => {
    const text = texts[kind]
    if (text === null) return null
    const apart = environment === testing ? `test ${text}` : text
    return createHash('sha256').update(`${kind}\n${apart}`).digest().readBigInt64BE()
  }
  return { phone: keyOf('phone'), email: keyOf('email'), place: keyOf('place') }
}
