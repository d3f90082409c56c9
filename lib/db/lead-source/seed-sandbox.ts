import type { PrismaClient } from '../generated/client'

const customers = [
  { vitecId: 'ABC123', name: 'Real AI', leadSource: { vitecId: 'LEAD456', name: 'Real AI Valuation Leads' } },
  {
    vitecId: 'M30011',
    name: 'Exempelmäklarna',
    leadSource: { vitecId: 'LEAD789', name: 'Värdering på webben' },
  },
]

/** Gives an empty sandbox the source document's customer `ABC123` with `LEAD456`, and a second one to choose. */
export async function seedSandbox(prisma: PrismaClient): Promise<void> {
  await prisma.$transaction(async (transaction) => {
    if ((await transaction.customer.count()) > 0) return
    for (const { leadSource, ...customer } of customers) {
      const select = { id: true }
      await transaction.customer.create({
        data: { ...customer, leadSources: { create: leadSource } },
        select,
      })
    }
  })
}
