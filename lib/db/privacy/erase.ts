import type { Requester } from '@/lib/audit/audit-event'
import { recordEvent } from '@/lib/audit/store/record-event'
import type { ErasureRequest } from '@/lib/privacy/erasure'
import type { Erasing } from '@/lib/privacy/privacy-store'
import type { Prisma, PrismaClient } from '../generated/client'
import { takeLock } from '../locks'
import { anonymiseLeads } from './anonymise-leads'
import { readReceipt } from './read-receipts'
import { isUnderWay } from './under-way'

/**
 * Anonymises leads at their person's request: all of them or, where one is being sent just now, none, because its
 * answer is still to come. The receipt and the audit event are of the same transaction.
 */
export async function erase(
  prisma: PrismaClient,
  { id, leadIds }: ErasureRequest,
  requester: Requester,
  now: Date,
): Promise<Erasing> {
  const refused = await prisma.$transaction(async (transaction) => {
    await takeLock(transaction, 'erasures')
    if (await transaction.erasure.findUnique({ where: { id }, select: { id: true } }))
      return (await isSame(transaction, id, leadIds)) ? null : ({ kind: 'other' } as const)
    const leads = await lock(transaction, leadIds)
    if (leads.length === 0) return { kind: 'nobody' } as const
    const busy = await transaction.$queryRaw<unknown[]>`
      SELECT id::text FROM lead WHERE id = ANY(${leads}::uuid[]) AND ${isUnderWay}`
    if (busy.length > 0) return { kind: 'under_way', leads: busy.length } as const
    await eraseLocked(transaction, { id, leads }, requester, now)
    return null
  })
  if (refused) return refused
  const receipt = await readReceipt(prisma, id)
  if (!receipt) throw new Error('an erasure has left no receipt')
  return { kind: 'erased', receipt }
}

/**
 * Whether an erasure that was made is the one that is asked for: its leads are among those named, and none of the others
 * has its person still. More is not kept of those that were named and had none.
 */
async function isSame(
  transaction: Prisma.TransactionClient,
  id: string,
  leadIds: string[],
): Promise<boolean> {
  const [found] = await transaction.$queryRaw<{ others: number }[]>`
    SELECT count(*)::int AS others FROM lead
    WHERE (erasure_id = ${id}::uuid AND lead.id <> ALL(${leadIds}::uuid[]))
      OR (lead.id = ANY(${leadIds}::uuid[]) AND anonymised_at IS NULL)`
  return found?.others === 0
}

/** A statement of its own: what is asked after it sees what those did who were waited for. */
async function lock(transaction: Prisma.TransactionClient, leadIds: string[]): Promise<string[]> {
  const locked = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE id = ANY(${leadIds}::uuid[]) AND anonymised_at IS NULL
    ORDER BY id FOR NO KEY UPDATE`
  return locked.map((lead) => lead.id)
}

async function eraseLocked(
  transaction: Prisma.TransactionClient,
  { id, leads }: { id: string; leads: string[] },
  { by, from }: Requester,
  now: Date,
): Promise<void> {
  const counts = await anonymiseLeads(transaction, leads, now)
  // The receipt cannot be changed once it is there, and the leads refer to it.
  await transaction.erasure.create({ data: { id, at: now, actor: by, ...counts }, select: { id: true } })
  await transaction.$executeRaw`UPDATE lead SET erasure_id = ${id}::uuid WHERE id = ANY(${leads}::uuid[])`
  const event = { by, from, verb: 'privacy.erase', subject: `erasure:${id}`, leads: counts.leads } as const
  await recordEvent(transaction, event, now)
}
