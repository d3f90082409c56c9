import { actorNames } from '@/lib/audit/store/list-events'
import type { PrismaClient } from '../generated/client'

type Addressee = { environment: string | null; vitecCustomerId: string; vitecSourceId: string }

/** What a lead's customer and lead source are called today, and whether the customer is paused. */
export async function namesOf(
  prisma: PrismaClient,
  { environment, vitecCustomerId, vitecSourceId }: Addressee,
) {
  const [customer, pause] = await Promise.all([
    prisma.customer.findUnique({
      where: { vitecId: vitecCustomerId },
      select: { name: true, leadSources: { where: { vitecId: vitecSourceId }, select: { name: true } } },
    }),
    prisma.customerPause.findFirst({
      where: { environment: environment ?? '', vitecCustomerId },
      select: { since: true },
    }),
  ])
  return {
    customerName: customer?.name ?? null,
    leadSourceName: customer?.leadSources[0]?.name ?? null,
    customerPaused: pause !== null,
  }
}

/** What the key or person with an actor's id is called today; `null` where nobody has it. */
export async function actorName(prisma: PrismaClient, actor: string | null): Promise<string | null> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT name FROM (${actorNames}) AS named WHERE actor = ${actor}`
  return rows[0]?.name ?? null
}
