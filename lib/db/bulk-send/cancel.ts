import type { PrismaClient } from '../generated/client'

/**
 * Ends a running bulk by a person's word; whether it was running. What is being taken at this moment stays taken:
 * its row is locked, and is not open any more when the lock is released.
 */
export function cancel(prisma: PrismaClient, id: string, now: Date): Promise<boolean> {
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
    return true
  })
}
