import type { IdempotentRequest } from '@/lib/idempotency/idempotency-store'
import type { Prisma } from '../generated/client'

/** How long a key and its answer are kept, in ms (contract: Idempotency-Key). */
const keptFor = 24 * 3600 * 1000

/** Ends the transaction that would store a lead whose key somebody else has. */
export class KeyTaken extends Error {}

/**
 * Claims a key for a lead that is being stored; an expired one is free.
 * A request that claims the same key waits here for the other's transaction to end.
 * @throws {KeyTaken}
 */
export async function claimKey(
  transaction: Prisma.TransactionClient,
  { caller, key, bodyHash }: IdempotentRequest,
  leadId: string,
  now: Date,
): Promise<void> {
  const expiresAt = new Date(now.getTime() + keptFor)
  const claimed = await transaction.$executeRaw`
    INSERT INTO idempotency_record (caller, key, body_hash, lead_id, created_at, expires_at)
    VALUES (${caller}, ${key}, ${bodyHash}, ${leadId}::uuid, ${now}, ${expiresAt})
    ON CONFLICT (caller, key) DO UPDATE
    SET body_hash = EXCLUDED.body_hash, lead_id = EXCLUDED.lead_id, created_at = EXCLUDED.created_at,
      expires_at = EXCLUDED.expires_at, http_status = NULL, answer = NULL
    WHERE idempotency_record.expires_at <= ${now}`
  if (claimed === 0) throw new KeyTaken()
}
