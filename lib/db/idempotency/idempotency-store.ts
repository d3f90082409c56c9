import type { EnvironmentId } from '@/lib/environments/environment'
import type { IdempotencyStore, KeptAnswer, KeyState } from '@/lib/idempotency/idempotency-store'
import type { Database } from '../open-database'
import { isKeyFree } from './is-key-free'

type Answer = { httpStatus: number | null; answer: string | null }
type Found = Answer & { bodyHash: Uint8Array; leadId: string; ageMs: number }

const findText = `
  SELECT body_hash AS "bodyHash", lead_id::text AS "leadId", http_status AS "httpStatus", answer,
    extract(epoch FROM clock_timestamp() - created_at)::float8 * 1000 AS "ageMs"
  FROM idempotency_record WHERE caller = $1 AND key = $2 AND NOT ${isKeyFree('$3::text')}`

const keepText = `
  UPDATE idempotency_record SET http_status = coalesce(http_status, $3),
    answer = CASE WHEN http_status IS NULL THEN $4 ELSE answer END
  WHERE caller = $1 AND key = $2 RETURNING http_status AS "httpStatus", answer`

/** {@link IdempotencyStore} on PostgreSQL. A key that was used in the sandbox is free live, and the other way round. */
export function createIdempotencyStore(
  { pool }: Pick<Database, 'pool'>,
  environment: EnvironmentId,
): IdempotencyStore {
  return {
    async find({ caller, key, bodyHash }) {
      const values = [caller, key, environment]
      const { rows } = await pool.query<Found>({ name: 'find-key', text: findText, values })
      return rows[0] ? stateOf(rows[0], bodyHash) : { kind: 'free' }
    },
    async keep({ caller, key }, { httpStatus, body }) {
      const values = [caller, key, httpStatus, body]
      const { rows } = await pool.query<Answer>({ name: 'keep-answer', text: keepText, values })
      return (rows[0] && answerOf(rows[0])) ?? { httpStatus, body }
    },
  }
}

function stateOf(found: Found, bodyHash: Uint8Array): KeyState {
  if (Buffer.compare(found.bodyHash, bodyHash) !== 0) return { kind: 'other_body' }
  const answer = answerOf(found)
  if (answer) return { kind: 'answered', answer }
  return { kind: 'unanswered', leadId: found.leadId, ageMs: found.ageMs }
}

function answerOf({ httpStatus, answer }: Answer): KeptAnswer | null {
  return httpStatus === null || answer === null ? null : { httpStatus, body: answer }
}
