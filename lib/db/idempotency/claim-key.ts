import { isKeyFree } from './is-key-free'

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
