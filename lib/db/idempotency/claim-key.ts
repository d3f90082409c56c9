import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { IdempotentRequest } from '@/lib/idempotency/idempotency-store'
import { Prisma } from '../generated/client'
import { isKeyFree } from './is-key-free'

/** How long a key and its answer are kept (contract: Idempotency-Key). */
const keptFor = Prisma.sql`interval '24 hours'`

/** Ends the transaction that would store a lead whose key somebody else has. */
export class KeyTaken extends Error {}

/**
 * Claims a key for a lead that is being stored; an expired one is free, and so is one of the sandbox live.
 * A request that claims the same key waits here for the other's transaction to end.
 * @throws {KeyTaken}
 */
export async function claimKey(
  transaction: Prisma.TransactionClient,
  { caller, key, bodyHash }: IdempotentRequest,
  { leadId, environment }: { leadId: string; environment: EnvironmentId },
): Promise<void> {
  const claimed = await transaction.$executeRaw`
    INSERT INTO idempotency_record (caller, key, body_hash, lead_id, created_at, expires_at)
    VALUES (${caller}, ${key}, ${bodyHash}, ${leadId}::uuid, clock_timestamp(),
      clock_timestamp() + ${keptFor})
    ON CONFLICT (caller, key) DO UPDATE
    SET body_hash = EXCLUDED.body_hash, lead_id = EXCLUDED.lead_id, created_at = EXCLUDED.created_at,
      expires_at = EXCLUDED.expires_at, http_status = NULL, answer = NULL
    WHERE ${isKeyFree(environment)}`
  if (claimed === 0) throw new KeyTaken()
}
