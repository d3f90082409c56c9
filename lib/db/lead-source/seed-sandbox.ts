import type { PrismaClient } from '../generated/client'

const customers = [
  { vitecId: 'ABC123', name: 'Real AI', leadSource: { vitecId: 'LEAD456', name: 'Real AI Valuation Leads' } },
  {
    vitecId: 'M30011',
    name: 'Exempelmäklarna',
    leadSource: { vitecId: 'LEAD789', name: 'Värdering på webben' },
  },
]

/**
 * Gives an empty sandbox the source document's customer `ABC123` with `LEAD456`, and a second one to choose.
 * Two instances may do so at once.
 */
export async function seedSandbox(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    if ((await transaction.customer.count()) > 0) return
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
