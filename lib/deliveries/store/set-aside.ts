import type { Requester } from '@/lib/audit/audit-event'
import { recorded } from '@/lib/audit/store/record-event'
import { isAtRest, isToDo } from '@/lib/db/conditions'
import type { PrismaClient } from '@/lib/db/generated/client'

/**
 * Takes a lead off the list of what there is to do, or puts it back there; recorded with it. Resolves to whether that changed
 * anything: only what is on the list can be set aside, and only what was set aside put back. A trigger puts back what gets
 * another status.
 */
export function setAside(
  prisma: PrismaClient,
  leadId: string,
  isAside: boolean,
  requester: Requester,
): Promise<boolean> {
  return prisma.$transaction(async (transaction) => {
    const changed = isAside
      ? await transaction.$executeRaw`
          UPDATE lead SET set_aside_at = delivery_clock() WHERE id = ${leadId}::uuid AND ${isToDo} AND ${isAtRest}`
      : await transaction.$executeRaw`
          UPDATE lead SET set_aside_at = NULL WHERE id = ${leadId}::uuid AND set_aside_at IS NOT NULL`
    if (changed === 0) return false
    await recorded(transaction, requester, isAside ? 'lead.set-aside' : 'lead.put-back', `lead:${leadId}`)
    return true
  })
}
