import { recorded } from '@/lib/audit/store/record-event'
import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import { AppError } from '@/lib/errors'
import { byName } from '@/lib/lead-source/by-name'
import type { CustomerStore } from '@/lib/lead-source/customer-store'
import type { CustomerView } from '@/lib/lead-source/customer-view'
import type { Prisma, PrismaClient } from '../generated/client'
import { knownError } from '../known-error'
import { readCustomers } from './customer-rows'
import { mergeLeadSources } from './merge-lead-sources'

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
