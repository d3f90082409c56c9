import { nextAttemptAt } from '@/lib/deliveries/store/create-delivery-store'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { Obstacle } from '@/lib/lead/obstacle'
import { isBornIn, isHeld, isOfRestore } from '../conditions'
import { Prisma } from '../generated/client'

/** Why a lead of the table `lead` is sent by nobody, however due it is: a word of {@link Obstacle}, or NULL. */
export function obstacle(environment: EnvironmentId): Prisma.Sql {
  return Prisma.sql`CASE WHEN (${isBornIn(environment)}) IS NOT TRUE THEN 'environment'
    WHEN lead.status <> 'pending' THEN NULL
    WHEN ${isOfRestore} THEN 'restore' WHEN ${isHeld} THEN 'hold' END`
}

/** Why a lead is sent by nobody, and when it is sent next where it is. */
export async function standingOf(
  prisma: Prisma.TransactionClient,
  environment: EnvironmentId,
  leadId: string,
): Promise<{ obstacle: Obstacle | null; nextAttemptAt: Date | null }> {
  const [found] = await prisma.$queryRaw<{ obstacle: Obstacle | null; nextAttemptAt: Date | null }[]>`
    SELECT ${obstacle(environment)} AS obstacle, ${nextAttemptAt} AS "nextAttemptAt"
    FROM lead WHERE id = ${leadId}::uuid`
  return found ?? { obstacle: null, nextAttemptAt: null }
}
