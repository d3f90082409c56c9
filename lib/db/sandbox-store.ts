import { personLeadSchema } from '@/lib/vitec/person-lead'
import type { SandboxStore } from '@/lib/vitec/sandbox/sandbox-store'
import type { PrismaClient } from './generated/client'

/** {@link SandboxStore} on PostgreSQL. */
export function createSandboxStore(prisma: PrismaClient): SandboxStore {
  return {
    async add(entry) {
      await prisma.sandboxLead.create({ data: entry, select: { id: true } })
    },
    async list(limit) {
      const entries = await prisma.sandboxLead.findMany({
        select: { id: true, customerId: true, receivedAt: true, personLead: true },
        orderBy: [{ receivedAt: 'desc' }, { id: 'desc' }],
        take: limit,
      })
      return entries.map((entry) => ({ ...entry, personLead: personLeadSchema.parse(entry.personLead) }))
    },
  }
}
