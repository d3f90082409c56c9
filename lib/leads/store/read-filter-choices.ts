import { actorNames } from '@/lib/audit/store/list-events'
import type { PrismaClient } from '@/lib/db/generated/client'
import { swedishOrder } from '@/lib/i18n/language'
import type { FilterChoices } from '@/lib/leads/log-filter'

/** All that the log can be narrowed to by name, as Swedes sort them; those that are not in use too, for their leads are kept. */
export async function readFilterChoices(prisma: PrismaClient): Promise<FilterChoices> {
  const [customers, senders] = await Promise.all([
    prisma.customer.findMany({
      select: {
        id: true,
        vitecId: true,
        name: true,
        leadSources: { select: { id: true, vitecId: true, name: true } },
      },
    }),
    prisma.$queryRaw<{ id: string; name: string }[]>`SELECT actor AS id, name FROM (${actorNames}) named`,
  ])
  return {
    customers: inOrder(customers).map(({ leadSources, ...customer }) => ({
      ...customer,
      sources: inOrder(leadSources),
    })),
    senders: inOrder(senders),
  }
}

const inOrder = <T extends { id: string; name: string }>(some: T[]): T[] =>
  some.toSorted((one, other) => swedishOrder(one.name, other.name) || swedishOrder(one.id, other.id))
