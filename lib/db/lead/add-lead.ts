import type { AddLead } from '@/lib/lead/receive-lead'
import { searchText } from '@/lib/lead/search-text'
import { type BookDelivery, sqlIn } from '../delivery/book-delivery'
import type { PrismaClient } from '../generated/client'
import { claimKey, KeyTaken } from '../idempotency/claim-key'
import { toColumns } from './lead-columns'

/** How long after its arrival the job engine looks at a lead, in ms; the request itself is faster. */
const fallbackDelay = 10_000

/**
 * Stores a lead, claims its key and books its first attempt in one transaction. The request makes that attempt; the
 * job is its net.
 */
export function createAddLead(prisma: PrismaClient, book: BookDelivery): AddLead {
  return async ({ lead, receivedAt, body, idempotency, ...rest }) => {
    const stored = prisma.$transaction(async (transaction) => {
      const { id } = await transaction.lead.create({
        data: {
          ...rest,
          ...toColumns(lead),
          body: Uint8Array.from(body),
          receivedAt,
          nextAttemptAt: receivedAt,
          searchText: searchText({ ...lead, vitecLeadId: null }),
        },
        select: { id: true },
      })
      if (idempotency) await claimKey(transaction, idempotency, id, receivedAt)
      await book(sqlIn(transaction), id, new Date(receivedAt.getTime() + fallbackDelay))
      return id
    })
    return stored.catch((error: unknown) => {
      if (error instanceof KeyTaken) return null
      throw error
    })
  }
}
