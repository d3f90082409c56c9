import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
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

/** {@link SandboxStore} on PostgreSQL, of the leads that are born in `environment`. */
export function createSandboxStore(prisma: PrismaClient, environment: EnvironmentId): SandboxStore {
  return {
    async add(entry) {
      await prisma.sandboxLead.create({ data: { ...entry, environment }, select: { id: true } })
    },
    async list(limit) {
      const entries = await prisma.sandboxLead.findMany({
        where: { environment },
        select: columns,
        orderBy: newestFirst,
        take: limit,
      })
      return entries.map(toEntry)
    },
    async receivedBy(customerId, from, to) {
      const where = { environment, customerId, receivedAt: { gte: from, lt: to } }
      const entries = await prisma.sandboxLead.findMany({ where, select: columns, orderBy: newestFirst })
      return entries.map(toEntry)
    },
  }
}

function toEntry(row: Prisma.SandboxLeadGetPayload<{ select: typeof columns }>): SandboxInboxEntry {
  return { ...row, personLead: personLeadSchema.parse(row.personLead) }
}
