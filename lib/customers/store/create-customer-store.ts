import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { byName, type CustomerView, type NewLeadSource } from '@/lib/customers/customer'
import type { CustomerStore } from '@/lib/customers/customer-store'
import { knownError } from '@/lib/db/database-error'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import type { EnvironmentId } from '@/lib/environments/environment'
import { AppError } from '@/lib/errors'

/** {@link CustomerStore} on PostgreSQL; pauses are those of `environment`. */
export function createCustomerStore(prisma: PrismaClient, environment: EnvironmentId): CustomerStore {
  const find = async (id: string) => (await readCustomers(prisma, environment, { id }))[0] ?? null

  /** Makes a change in a transaction, with its audit event, and answers the customer as it is then. */
  const changed = async (
    change: (transaction: Prisma.TransactionClient) => Promise<{ customerId: string }>,
  ): Promise<CustomerView> => {
    const { customerId } = await prisma
      .$transaction(change)
      .catch((error: unknown) => Promise.reject(knownError(error)))
    const customer = await find(customerId)
    if (!customer) throw new AppError('not_found', 'There is no such customer.')
    return customer
  }
  return {
    list: () => readCustomers(prisma, environment),
    find,
    add: (data, requester) =>
      changed(async (transaction) => {
        const { id } = await transaction.customer.create({ data, select: { id: true } })
        await recorded(transaction, requester, 'customer.add', `customer:${id}`)
        return { customerId: id }
      }),
    change: (id, data, requester) =>
      changed(async (transaction) => {
        const { count } = await transaction.customer.updateMany({ where: { id, NOT: data }, data })
        if (count > 0) await recorded(transaction, requester, 'customer.change', `customer:${id}`)
        return { customerId: id }
      }),
    addLeadSource: (customerId, leadSource, requester) =>
      changed(async (transaction) => {
        const data = { ...leadSource, customerId }
        const { id } = await transaction.leadSource.create({ data, select: { id: true } })
        await recorded(transaction, requester, 'lead-source.add', `lead-source:${id}`)
        return { customerId }
      }),
    changeLeadSource: (id, data, requester) =>
      changed(async (transaction) => {
        const { count } = await transaction.leadSource.updateMany({ where: { id, NOT: data }, data })
        if (count > 0) await recorded(transaction, requester, 'lead-source.change', `lead-source:${id}`)
        return transaction.leadSource.findUniqueOrThrow({ where: { id }, select: { customerId: true } })
      }),
    merge: (customerId, fromVitec, requester) =>
      mergeLeadSources(prisma, customerId, fromVitec, requester).catch((error: unknown) =>
        Promise.reject(knownError(error)),
      ),
    async activeLeadSources(vitecCustomerId) {
      const leadSources = await prisma.leadSource.findMany({
        where: { active: true, customer: { vitecId: vitecCustomerId, active: true } },
        select: { vitecId: true, name: true },
      })
      return byName(leadSources)
    },
  }
}

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
async function readCustomers(
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

/**
 * Takes over a customer's lead sources as Vitec lists them: adds the missing, renames the renamed.
 * Switches nothing off: an empty answer of Vitec's must not stop anybody's leads. Recorded with it, where there was any.
 */
function mergeLeadSources(
  prisma: PrismaClient,
  customerId: string,
  fromVitec: NewLeadSource[],
  requester: Requester,
) {
  return prisma.$transaction(async (transaction) => {
    const { count: added } = await transaction.leadSource.createMany({
      data: fromVitec.map((source) => ({ ...source, customerId })),
      skipDuplicates: true,
    })
    let renamed = 0
    for (const { vitecId, name } of fromVitec) {
      const where = { customerId, vitecId, name: { not: name } }
      renamed += (await transaction.leadSource.updateMany({ where, data: { name } })).count
    }
    if (added + renamed > 0)
      await recorded(transaction, requester, 'customer.refresh', `customer:${customerId}`)
    return { added, renamed }
  })
}
