import { errorKinds } from '@/lib/delivery/attempt-result'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import { byName } from '@/lib/lead-source/by-name'
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
  },
} as const satisfies Prisma.CustomerSelect

/** Customers by name, each with its lead sources and its pause in an environment. */
export async function readCustomers(
  prisma: PrismaClient,
  environment: EnvironmentId,
  where: Prisma.CustomerWhereInput = {},
): Promise<CustomerView[]> {
  const [customers, pauses] = await Promise.all([
    prisma.customer.findMany({
      where,
      select: customerColumns,
    }),
    prisma.customerPause.findMany({
      where: { environment },
      select: { vitecCustomerId: true, reason: true, since: true, nextProbeAt: true },
    }),
  ])
  const paused = new Map(
    pauses.map(({ vitecCustomerId, reason, since, nextProbeAt }) => [
      vitecCustomerId,
      {
        reason: errorKinds.find((kind) => kind === reason) ?? null,
        since: since.toISOString(),
        nextProbeAt: nextProbeAt.toISOString(),
      },
    ]),
  )
  return byName(customers).map(({ vitecAccount, leadSources, ...customer }) => ({
    ...customer,
    leadSources: byName(leadSources),
    paused: paused.get(customer.vitecId) ?? null,
    accountSetAt: vitecAccount?.setAt.toISOString() ?? null,
  }))
}
