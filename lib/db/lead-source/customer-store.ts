import { AppError } from '@/lib/errors'
import type { CustomerStore } from '@/lib/lead-source/customer-store'
import type { CustomerView } from '@/lib/lead-source/customer-view'
import type { PrismaClient } from '../generated/client'
import { knownError } from '../known-error'
import { readCustomers } from './customer-rows'
import { mergeLeadSources } from './merge-lead-sources'

/** {@link CustomerStore} on PostgreSQL. */
export function createCustomerStore(prisma: PrismaClient): CustomerStore {
  const find = async (id: string) => (await readCustomers(prisma, { id }))[0] ?? null

  /** Makes a change and answers the customer as it is then. */
  const changed = async (change: Promise<{ customerId: string }>): Promise<CustomerView> => {
    const { customerId } = await change.catch((error: unknown) => Promise.reject(knownError(error)))
    const customer = await find(customerId)
    if (!customer) throw new AppError('not_found', 'There is no such customer.')
    return customer
  }
  const asCustomerId = ({ id }: { id: string }) => ({ customerId: id })
  const select = { id: true }

  return {
    list: () => readCustomers(prisma),
    find,
    add: (data) => changed(prisma.customer.create({ data, select }).then(asCustomerId)),
    change: (id, data) => changed(prisma.customer.update({ where: { id }, data, select }).then(asCustomerId)),
    addLeadSource: (customerId, leadSource) =>
      changed(
        prisma.leadSource.create({ data: { ...leadSource, customerId }, select: { customerId: true } }),
      ),
    changeLeadSource: (id, data) =>
      changed(prisma.leadSource.update({ where: { id }, data, select: { customerId: true } })),
    merge: (customerId, fromVitec) =>
      mergeLeadSources(prisma, customerId, fromVitec).catch((error: unknown) =>
        Promise.reject(knownError(error)),
      ),
    activeLeadSources: (vitecCustomerId) =>
      prisma.leadSource.findMany({
        where: { active: true, customer: { vitecId: vitecCustomerId, active: true } },
        select: { vitecId: true, name: true },
        orderBy: [{ name: 'asc' }, { vitecId: 'asc' }],
      }),
    async knows(vitecCustomerId, vitecSourceId) {
      const customer = await prisma.customer.findUnique({
        where: { vitecId: vitecCustomerId },
        select: { leadSources: { where: { vitecId: vitecSourceId }, select: { id: true } } },
      })
      return { customer: customer !== null, leadSource: (customer?.leadSources.length ?? 0) > 0 }
    },
  }
}
