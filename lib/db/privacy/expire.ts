import type { PrismaClient } from '../generated/client'
import { anonymiseLeads } from './anonymise-leads'
import { isUnderWay } from './under-way'

/** Rows in one transaction: few enough that nobody waits for it. */
const batch = 100

/**
 * Anonymises the oldest leads received before `before`, and removes as many of the stand-in's entries. A lead that is
 * being sent, or will be as soon as its time comes, is left for another night; one whose customer is paused is
 * cancelled, because a pause that nobody lifts must not keep a person for ever.
 */
export function expire(prisma: PrismaClient, before: Date, now: Date): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    const locked = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM lead
      WHERE anonymised_at IS NULL AND received_at < ${before} AND NOT ${isUnderWay}
        AND (status <> 'pending' OR EXISTS (
          SELECT FROM delivery_pause p WHERE p.vitec_customer_id = lead.vitec_customer_id))
      ORDER BY received_at LIMIT ${batch} FOR NO KEY UPDATE SKIP LOCKED`
    // Asked again, now that nobody can begin an attempt.
    const atRest = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM lead WHERE id = ANY(${locked.map(({ id }) => id)}::uuid[]) AND NOT ${isUnderWay}`
    const ids = atRest.map(({ id }) => id)
    const { leads, sandboxEntries } = await anonymiseLeads(transaction, ids, now)
    const removed = await transaction.$executeRaw`
      DELETE FROM sandbox_lead WHERE id IN (
        SELECT id FROM sandbox_lead WHERE received_at < ${before} ORDER BY received_at LIMIT ${batch})`
    return leads + sandboxEntries + removed
  })
}
