import type { AddLead } from '@/lib/lead/receive-lead'
import { searchText } from '@/lib/lead/search-text'
import { type BookDelivery, sqlIn } from '../delivery/book-delivery'
import type { PrismaClient } from '../generated/client'
import { toColumns } from './lead-columns'

/** How long after its arrival the job engine looks at a lead, in ms; the request itself is faster. */
const fallbackDelay = 10_000

/** Stores a lead and books its first attempt in one transaction. The request makes that attempt; the job is its net. */
export function createAddLead(prisma: PrismaClient, book: BookDelivery): AddLead {
  return ({ lead, receivedAt, body, ...rest }) =>
    prisma.$transaction(async (transaction) => {
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
      await book(sqlIn(transaction), id, new Date(receivedAt.getTime() + fallbackDelay))
      return id
    })
}
