import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '../audit/record-event'
import type { PrismaClient } from '../generated/client'

/**
 * Ends a running bulk by a person's word; whether it was running. What is being taken at this moment stays taken:
 * its row is locked, and is not open any more when the lock is released.
 */
export function cancel(prisma: PrismaClient, id: string, now: Date, requester: Requester): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.bulkSend.updateMany({
      where: { id, state: 'running' },
      data: { state: 'cancelled', endedAt: now },
    })
    if (count === 0) return false
    await transaction.bulkSendItem.updateMany({
      where: { bulkSendId: id, state: 'open' },
      data: { state: 'left', settledAt: now },
    })
    await recorded(transaction, requester, 'bulk-send.cancel', `bulk-send:${id}`)
    return true
  })
}
