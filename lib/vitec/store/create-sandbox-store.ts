import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { personLeadSchema } from '@/lib/vitec/person-lead'
import type { SandboxInboxEntry, SandboxStore } from '@/lib/vitec/sandbox/sandbox-store'

const columns = {
  id: true,
  customerId: true,
  receivedAt: true,
  personLead: true,
} as const satisfies Prisma.SandboxLeadSelect

const newestFirst = [
  { receivedAt: 'desc' },
  { id: 'desc' },
] satisfies Prisma.SandboxLeadOrderByWithRelationInput[]

/** {@link SandboxStore} on PostgreSQL. */
export function createSandboxStore(prisma: PrismaClient): SandboxStore {
  return {
    async add(entry) {
      await prisma.sandboxLead.create({ data: entry, select: { id: true } })
    },
    async list(limit) {
      const entries = await prisma.sandboxLead.findMany({
        select: columns,
        orderBy: newestFirst,
        take: limit,
      })
      return entries.map(toEntry)
    },
    async receivedBy(customerId, from, to) {
      const where = { customerId, receivedAt: { gte: from, lt: to } }
      const entries = await prisma.sandboxLead.findMany({ where, select: columns, orderBy: newestFirst })
      return entries.map(toEntry)
    },
  }
}

function toEntry(row: Prisma.SandboxLeadGetPayload<{ select: typeof columns }>): SandboxInboxEntry {
  return { ...row, personLead: personLeadSchema.parse(row.personLead) }
}
