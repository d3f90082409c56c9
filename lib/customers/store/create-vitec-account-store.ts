import { recorded } from '@/lib/audit/store/record-event'
import type { VitecAccountStore } from '@/lib/customers/vitec-account'
import { knownError } from '@/lib/db/database-error'
import type { PrismaClient } from '@/lib/db/generated/client'
import { AppError } from '@/lib/errors'

const select = { customerId: true, sealed: true } as const

/** {@link VitecAccountStore} on PostgreSQL. */
export function createVitecAccountStore(prisma: PrismaClient): VitecAccountStore {
  return {
    async set({ customerId, sealed }, now, requester) {
      const content = { sealed, setAt: now }
      const change = { where: { customerId }, create: { customerId, ...content }, update: content }
      await prisma
        .$transaction(async (transaction) => {
          await transaction.vitecAccount.upsert({ ...change, select })
          await recorded(transaction, requester, 'vitec-account.set', `customer:${customerId}`)
        })
        .catch((error: unknown) => Promise.reject(knownError(error)))
    },
    remove: (customerId, requester) =>
      prisma.$transaction(async (transaction) => {
        const { count } = await transaction.vitecAccount.deleteMany({ where: { customerId } })
        if (count === 0) throw new AppError('not_found', 'The customer has no account of its own.')
        await recorded(transaction, requester, 'vitec-account.remove', `customer:${customerId}`)
      }),
    find: (vitecCustomerId) =>
      prisma.vitecAccount.findFirst({ where: { customer: { vitecId: vitecCustomerId } }, select }),
    all: () => prisma.vitecAccount.findMany({ select, orderBy: { customerId: 'asc' } }),
    async reseal(account, sealed) {
      const { count } = await prisma.vitecAccount.updateMany({ where: account, data: { sealed } })
      return count === 1
    },
  }
}
