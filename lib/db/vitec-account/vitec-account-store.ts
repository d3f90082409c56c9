import type { VitecAccountStore } from '@/lib/lead-source/vitec-account-store'
import type { PrismaClient } from '../generated/client'
import { knownError } from '../known-error'

const select = { customerId: true, sealed: true } as const

/** {@link VitecAccountStore} on PostgreSQL. */
export function createVitecAccountStore(prisma: PrismaClient): VitecAccountStore {
  return {
    async set({ customerId, sealed }, now) {
      const content = { sealed, setAt: now }
      const change = { where: { customerId }, create: { customerId, ...content }, update: content }
      await prisma.vitecAccount
        .upsert({ ...change, select })
        .catch((error: unknown) => Promise.reject(knownError(error)))
    },
    async remove(customerId) {
      await prisma.vitecAccount.deleteMany({ where: { customerId } })
    },
    find: (vitecCustomerId) =>
      prisma.vitecAccount.findFirst({ where: { customer: { vitecId: vitecCustomerId } }, select }),
    all: () => prisma.vitecAccount.findMany({ select, orderBy: { customerId: 'asc' } }),
    async reseal(account, sealed) {
      const { count } = await prisma.vitecAccount.updateMany({ where: account, data: { sealed } })
      return count === 1
    },
  }
}
