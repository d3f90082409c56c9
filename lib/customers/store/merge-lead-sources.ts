import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import type { NewLeadSource } from '@/lib/customers/customer'
import type { PrismaClient } from '@/lib/db/generated/client'

/**
 * Takes over a customer's lead sources as Vitec lists them: adds the missing, renames the renamed.
 * Switches nothing off: an empty answer of Vitec's must not stop anybody's leads. Recorded with it, where there was any.
 */
export function mergeLeadSources(
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
