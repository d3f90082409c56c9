import type { PrismaClient } from '@/lib/db/generated/client'

const customers = [
  {
    vitecId: 'ABC123',
    name: 'Testmäklarna',
    leadSource: { vitecId: 'LEAD456', name: 'Real AI Valuation Leads' },
  },
  {
    vitecId: 'M30011',
    name: 'Exempelmäklarna',
    leadSource: { vitecId: 'LEAD789', name: 'Värdering på webben' },
  },
] as const

/** What `ABC123` was called, as if the valuation company were the agent. */
const formerName = 'Real AI'

/**
 * Gives an empty sandbox the source document's customer `ABC123`, an agent's account, with `LEAD456`, and a second one
 * to choose. Two instances may do so at once. One that has them gets the agent's name where no other was given.
 */
export async function seedSandbox(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    if ((await transaction.customer.count()) > 0) {
      const [{ vitecId, name }] = customers
      await transaction.customer.updateMany({ where: { vitecId, name: formerName }, data: { name } })
      return
    }
    const data = customers.map(({ vitecId, name }) => ({ vitecId, name }))
    await transaction.customer.createMany({ data, skipDuplicates: true })
    const rows = await transaction.customer.findMany({ select: { id: true, vitecId: true } })
    const leadSources = rows.flatMap(({ id, vitecId }) =>
      customers
        .filter((customer) => customer.vitecId === vitecId)
        .map(({ leadSource }) => ({ ...leadSource, customerId: id })),
    )
    await transaction.leadSource.createMany({ data: leadSources, skipDuplicates: true })
  })
}
