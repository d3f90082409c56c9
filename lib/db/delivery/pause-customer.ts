import { nextProbeTime } from '@/lib/delivery/next-probe-time'
import type { Prisma } from '../generated/client'
import { lockPause } from './lock-pause'

/**
 * Makes a customer's leads wait. The first reason stays, unless an erasure took it: it is what an administrator has
 * to mend.
 * A customer our list does not know is added to it, because a pause that nobody sees is never lifted.
 */
export async function pauseCustomer(
  prisma: Prisma.TransactionClient,
  vitecCustomerId: string,
  reason: string,
  now: Date,
): Promise<void> {
  await lockPause(prisma, vitecCustomerId)
  await prisma.customer.createMany({
    data: { vitecId: vitecCustomerId, name: vitecCustomerId, foundByPause: true },
    skipDuplicates: true,
  })
  await prisma.$executeRaw`
    INSERT INTO delivery_pause (vitec_customer_id, reason, since, next_probe_at)
    VALUES (${vitecCustomerId}, ${reason}, ${now}, ${nextProbeTime(now, now)})
    ON CONFLICT (vitec_customer_id) DO UPDATE SET reason = EXCLUDED.reason WHERE delivery_pause.reason = ''`
}
