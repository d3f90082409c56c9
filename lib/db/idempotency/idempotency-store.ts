import type { IdempotencyStore, KeptAnswer, KeyState } from '@/lib/idempotency/idempotency-store'
import type { Prisma, PrismaClient } from '../generated/client'

const columns = {
  bodyHash: true,
  leadId: true,
  createdAt: true,
  expiresAt: true,
  httpStatus: true,
  answer: true,
} as const satisfies Prisma.IdempotencyRecordSelect

type Columns = Prisma.IdempotencyRecordGetPayload<{ select: typeof columns }>

/** {@link IdempotencyStore} on PostgreSQL. */
export function createIdempotencyStore(prisma: PrismaClient): IdempotencyStore {
  return {
    async find({ caller, key, bodyHash }, now) {
      const where = { caller_key: { caller, key } }
      const found = await prisma.idempotencyRecord.findUnique({ where, select: columns })
      return found && found.expiresAt > now ? stateOf(found, bodyHash) : { kind: 'free' }
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
    async forgetExpired(now) {
      const { count } = await prisma.idempotencyRecord.deleteMany({ where: { expiresAt: { lte: now } } })
      return count
    },
  }
}

function stateOf(found: Columns, bodyHash: Uint8Array): KeyState {
  if (Buffer.compare(found.bodyHash, bodyHash) !== 0) return { kind: 'other_body' }
  const answer = answerOf(found)
  if (answer) return { kind: 'answered', answer }
  return { kind: 'unanswered', leadId: found.leadId, since: found.createdAt }
}

function answerOf({ httpStatus, answer }: Pick<Columns, 'httpStatus' | 'answer'>): KeptAnswer | null {
  return httpStatus === null || answer === null ? null : { httpStatus, body: answer }
}
