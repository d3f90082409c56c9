import type { ErasureRequest } from '@/lib/privacy/erasure'
import type { Erasing, Requester } from '@/lib/privacy/privacy-store'
import { recordEvent } from '../audit/record-event'
import type { Prisma, PrismaClient } from '../generated/client'
import { anonymiseLeads } from './anonymise-leads'
import { readReceipt } from './read-receipts'
import { isUnderWay } from './under-way'

/** Any number, as long as nobody else uses it: one erases at a time. */
const erasingLock = 4_810_360

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
  const underWay = await prisma.$transaction(async (transaction) => {
    await transaction.$executeRaw`SELECT pg_advisory_xact_lock(${erasingLock})`
    if (await transaction.erasure.findUnique({ where: { id }, select: { id: true } })) return 0
    const leads = await lock(transaction, leadIds)
    const busy = await transaction.$queryRaw<unknown[]>`
      SELECT id::text FROM lead WHERE id = ANY(${leads}::uuid[]) AND ${isUnderWay}`
    if (busy.length > 0) return busy.length
    await eraseLocked(transaction, { id, leads }, requester, now)
    return 0
  })
  if (underWay > 0) return { kind: 'under_way', leads: underWay }
  const receipt = await readReceipt(prisma, id)
  if (!receipt) throw new Error('an erasure has left no receipt')
  return { kind: 'erased', receipt }
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
  await recordEvent(transaction, { by, verb: 'privacy.erase', subject: `erasure:${id}`, from }, now)
}
