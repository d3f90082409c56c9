import type { Database } from '@/lib/db/open-database'
import { type EnvironmentId, sandbox } from '@/lib/environments/environment'
import type { IdempotencyStore, KeptAnswer, KeyState } from '@/lib/idempotency/idempotency-store'
import { isClockBelievedText } from '@/lib/privacy/store/clock-watch'

/**
 * That the row of a key binds no more, as SQL, given where the environment stands: a repeated request makes a lead
 * then. By a clock that is not believed no key is over, or one that is years ahead would double leads. A key of the sandbox
 * is free live, and the other way round: its answer is of made-up leads, and must not stand for a real one.
 */
const isKeyFree = (environment: string) => `(
  (idempotency_record.expires_at <= clock_timestamp() AND ${isClockBelievedText}) OR EXISTS (
    SELECT FROM lead l WHERE l.id = idempotency_record.lead_id
      AND (l.environment = '${sandbox}') <> (${environment} = '${sandbox}')))`

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

type Places = Record<'caller' | 'key' | 'bodyHash' | 'leadId' | 'environment', string | undefined>

/**
 * The part of a statement that claims a key for the lead which the same statement stores, and nothing where there is no key;
 * given where the values stand. A row comes back where the key was free: an expired one is, and one of the sandbox live. A
 * request that claims the same key waits here for the other's transaction to end. A key and its answer are kept for 24 hours
 * (contract: Idempotency-Key).
 */
export const claimKeyText = ({ caller, key, bodyHash, leadId, environment }: Places) => `
  INSERT INTO idempotency_record (caller, key, body_hash, lead_id, created_at, expires_at)
  SELECT ${caller}::text, ${key}::text, ${bodyHash}::bytea, ${leadId}::uuid, clock_timestamp(),
    clock_timestamp() + interval '24 hours'
  WHERE ${key}::text IS NOT NULL
  ON CONFLICT (caller, key) DO UPDATE
  SET body_hash = EXCLUDED.body_hash, lead_id = EXCLUDED.lead_id, created_at = EXCLUDED.created_at,
    expires_at = EXCLUDED.expires_at, http_status = NULL, answer = NULL
  WHERE ${isKeyFree(`${environment}::text`)}
  RETURNING lead_id`
