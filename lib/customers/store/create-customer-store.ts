import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { byName, type CustomerRow, type CustomerView, type NewLeadSource } from '@/lib/customers/customer'
import type { CustomerStore } from '@/lib/customers/customer-store'
import { knownError } from '@/lib/db/database-error'
import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import { AppError } from '@/lib/errors'
import { readPauses } from './read-pauses'

/** {@link CustomerStore} on PostgreSQL; pauses are those of `environment`. */
export function createCustomerStore(prisma: PrismaClient, environment: EnvironmentId): CustomerStore {
  const find = (id: string) => readCustomer(prisma, environment, id)

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
    list: () => listCustomers(prisma, environment),
    find,
    async idOf(vitecId) {
      const customer = await prisma.customer.findUnique({ where: { vitecId }, select: { id: true } })
      return customer?.id ?? null
    },
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

const ownColumns = {
  id: true,
  vitecId: true,
  name: true,
  active: true,
  vitecAccount: { select: { setAt: true } },
} as const satisfies Prisma.CustomerSelect

/** All customers by name, each with its pause in an environment, and how many lead sources of it are in use. */
async function listCustomers(prisma: PrismaClient, environment: EnvironmentId): Promise<CustomerRow[]> {
  const [customers, pauses] = await Promise.all([
    prisma.customer.findMany({
      select: { ...ownColumns, _count: { select: { leadSources: { where: { active: true } } } } },
    }),
    readPauses(prisma, environment),
  ])
  const pausedBy = new Map(pauses.map(({ customer, pause }) => [customer.id, pause]))
  return byName(customers).map(({ vitecAccount, _count, ...customer }) => ({
    ...customer,
    paused: pausedBy.get(customer.id) ?? null,
    accountSetAt: vitecAccount?.setAt.toISOString() ?? null,
    leadSources: _count.leadSources,
  }))
}

const leadSources = { select: { id: true, vitecId: true, name: true, active: true } }

/** A customer with its lead sources by name, and its pause in an environment; `null` where there is none. */
async function readCustomer(
  prisma: PrismaClient,
  environment: EnvironmentId,
  id: string,
): Promise<CustomerView | null> {
  const found = await prisma.customer.findUnique({ where: { id }, select: { ...ownColumns, leadSources } })
  if (!found) return null
  const { vitecAccount, ...customer } = found
  const [paused] = await readPauses(prisma, environment, { customerId: id })
  return {
    ...customer,
    paused: paused?.pause ?? null,
    accountSetAt: vitecAccount?.setAt.toISOString() ?? null,
    leadSources: byName(customer.leadSources),
  }
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
