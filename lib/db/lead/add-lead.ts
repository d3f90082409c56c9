import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { AddLead } from '@/lib/lead/receive-lead'
import { searchText, searchVersion } from '@/lib/lead/search/search-text'
import { recorded } from '../audit/record-event'
import type { PrismaClient } from '../generated/client'
import { claimKey, KeyTaken } from '../idempotency/claim-key'
import { toColumns } from './lead-columns'

/**
 * Stores a lead, due at once, and claims its key in one transaction. It is born where this process sends, and is never
 * sent elsewhere.
 */
export function createAddLead(prisma: PrismaClient, environment: EnvironmentId): AddLead {
  return async ({ lead, receivedAt, body, idempotency, requester, ...rest }) => {
    const stored = prisma.$transaction(async (transaction) => {
      const { id } = await transaction.lead.create({
        data: {
          ...rest,
          ...toColumns(lead),
          body: Uint8Array.from(body),
          // Absent, they are the database's time.
          ...(receivedAt && { receivedAt, nextAttemptAt: receivedAt }),
          environment,
          searchText: searchText({ ...lead, vitecLeadId: null }),
          searchVersion,
        },
        select: { id: true },
      })
      if (idempotency) await claimKey(transaction, idempotency, { leadId: id, environment })
      if (requester) await recorded(transaction, requester, 'lead.create', `lead:${id}`)
      return id
    })
    return stored.catch((error: unknown) => {
      if (error instanceof KeyTaken) return null
      throw error
    })
  }
}
