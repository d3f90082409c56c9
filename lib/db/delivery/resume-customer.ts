import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { PrismaClient } from '../generated/client'

type PausedCustomer = { environment: EnvironmentId; vitecCustomerId: string }

/**
 * Resumes a customer at somebody's word, which is recorded; false, and nothing done, where it is not paused. Its leads
 * are due all the while and the pause stands in their way, so that however many they are, one row wakes them.
 */
export function resumeAsAsked(
  prisma: PrismaClient,
  paused: PausedCustomer,
  requester: Requester,
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const { count } = await transaction.customerPause.deleteMany({ where: paused })
    if (count === 0) return false
    const { id } = await transaction.customer.findUniqueOrThrow({
      where: { vitecId: paused.vitecCustomerId },
      select: { id: true },
    })
    await recorded(transaction, requester, 'customer.resume', `customer:${id}`)
    return true
  })
}

/** Resumes a customer whose pause began before `olderThan`: an attempt begun since then was answered. */
export async function liftPause(
  prisma: PrismaClient,
  { olderThan, ...customer }: PausedCustomer & { olderThan: Date },
): Promise<void> {
  await prisma.customerPause.deleteMany({ where: { ...customer, since: { lt: olderThan } } })
}
