import type { CustomerView } from '@/lib/lead-source/customer-view'
import type { Prisma, PrismaClient } from '../generated/client'

const customerColumns = {
  id: true,
  vitecId: true,
  name: true,
  active: true,
  vitecAccount: { select: { setAt: true } },
  leadSources: {
    select: { id: true, vitecId: true, name: true, active: true },
    orderBy: [{ name: 'asc' }, { vitecId: 'asc' }],
  },
} as const satisfies Prisma.CustomerSelect

/** Customers by name, each with its lead sources and its pause. */
export async function readCustomers(
  prisma: PrismaClient,
  where: Prisma.CustomerWhereInput = {},
): Promise<CustomerView[]> {
  const [customers, pauses] = await Promise.all([
    prisma.customer.findMany({
      where,
      select: customerColumns,
      orderBy: [{ name: 'asc' }, { vitecId: 'asc' }],
    }),
    prisma.deliveryPause.findMany({
      select: { vitecCustomerId: true, reason: true, since: true, nextProbeAt: true },
    }),
  ])
  const paused = new Map(
    pauses.map(({ vitecCustomerId, reason, since, nextProbeAt }) => [
      vitecCustomerId,
      { reason, since: since.toISOString(), nextProbeAt: nextProbeAt.toISOString() },
    ]),
  )
  return customers.map(({ vitecAccount, ...customer }) => ({
    ...customer,
    paused: paused.get(customer.vitecId) ?? null,
    accountSetAt: vitecAccount?.setAt.toISOString() ?? null,
  }))
}
