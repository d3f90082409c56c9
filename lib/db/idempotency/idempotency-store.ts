import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { IdempotencyStore, KeptAnswer, KeyState } from '@/lib/idempotency/idempotency-store'
import type { PrismaClient } from '../generated/client'
import { isKeyFree } from './is-key-free'

type Answer = { httpStatus: number | null; answer: string | null }
type Found = Answer & { bodyHash: Uint8Array; leadId: string; ageMs: number }

/** {@link IdempotencyStore} on PostgreSQL. A key that was used in the sandbox is free live, and the other way round. */
export function createIdempotencyStore(prisma: PrismaClient, environment: EnvironmentId): IdempotencyStore {
  return {
    async find({ caller, key, bodyHash }) {
      const [found] = await prisma.$queryRaw<Found[]>`
        SELECT body_hash AS "bodyHash", lead_id::text AS "leadId", http_status AS "httpStatus", answer,
          extract(epoch FROM clock_timestamp() - created_at)::float8 * 1000 AS "ageMs"
        FROM idempotency_record WHERE caller = ${caller} AND key = ${key} AND NOT ${isKeyFree(environment)}`
      return found ? stateOf(found, bodyHash) : { kind: 'free' }
    },
    async keep({ caller, key }, { httpStatus, body }) {
      const where = { caller, key, httpStatus: null }
      await prisma.idempotencyRecord.updateMany({ where, data: { httpStatus, answer: body } })
      const select = { httpStatus: true, answer: true }
      const kept = await prisma.idempotencyRecord.findUnique({
        where: { caller_key: { caller, key } },
        select,
      })
      return (kept && answerOf(kept)) ?? { httpStatus, body }
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
