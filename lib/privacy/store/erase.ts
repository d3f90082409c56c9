import { z } from 'zod'
import type { Requester } from '@/lib/audit/audit-event'
import { actorNames } from '@/lib/audit/store/list-events'
import { recordEvent } from '@/lib/audit/store/record-event'
import { hasPerson, isUnderWay } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import type { ErasureReceipt, ErasureRequest } from '@/lib/privacy/erasure'
import type { Erasing } from '@/lib/privacy/privacy-store'
import { anonymiseLeads, forgetLinks } from './anonymise-leads'
import { forgetDrafts, type LiveDrafts } from './drafts-of-persons'

/**
 * Anonymises leads at their person's request: all of them or, where one is being sent just now, none, because its
 * answer is still to come. What people have half filled with the same person goes with them. The receipt and the audit event are of the same transaction.
 */
export async function erase(
  prisma: PrismaClient,
  drafts: LiveDrafts,
  { id, leadIds }: ErasureRequest,
  requester: Requester,
  now: Date,
): Promise<Erasing> {
  // Read before: a page that saves one meanwhile saves what it holds still.
  const live = await drafts()
  const refused = await prisma.$transaction(async (transaction) => {
    await takeLock(transaction, 'erasures')
    if (await transaction.erasure.findUnique({ where: { id }, select: { id: true } }))
      return (await isSame(transaction, id, leadIds)) ? null : ({ kind: 'other' } as const)
    const leads = await lock(transaction, leadIds)
    if (leads.length === 0) return { kind: 'no_person' } as const
    const busy = await transaction.$queryRaw<unknown[]>`
      SELECT id::text FROM lead WHERE id = ANY(${leads}::uuid[]) AND ${isUnderWay}`
    if (busy.length > 0) return { kind: 'under_way', leads: busy.length } as const
    await forgetDrafts(transaction, live, leads)
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
      OR (lead.id = ANY(${leadIds}::uuid[]) AND ${hasPerson})`
  return found?.others === 0
}

/** A statement of its own: what is asked after it sees what those did who were waited for. */
async function lock(transaction: Prisma.TransactionClient, leadIds: string[]): Promise<string[]> {
  const locked = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE id = ANY(${leadIds}::uuid[]) AND ${hasPerson}
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
  await forgetLinks(transaction)
  // The receipt cannot be changed once it is there, and the leads refer to it.
  await transaction.erasure.create({ data: { id, at: now, actor: by, ...counts }, select: { id: true } })
  await transaction.$executeRaw`UPDATE lead SET erasure_id = ${id}::uuid WHERE id = ANY(${leads}::uuid[])`
  const event = { by, from, verb: 'privacy.erase', subject: `erasure:${id}`, leads: counts.leads } as const
  await recordEvent(transaction, event, now)
}

type Row = Omit<ErasureReceipt, 'at'> & { at: Date }

/** The receipt with an id; `null` where there is none. */
export async function readReceipt(prisma: PrismaClient, id: string): Promise<ErasureReceipt | null> {
  if (!z.uuid().safeParse(id).success) return null
  const [receipt] = await read(prisma, Prisma.sql`WHERE e.id = ${id}::uuid`)
  return receipt ?? null
}

/** The newest receipts. */
export function readReceipts(prisma: PrismaClient, limit: number): Promise<ErasureReceipt[]> {
  return read(prisma, Prisma.sql`ORDER BY e.at DESC LIMIT ${limit}`)
}

async function read(prisma: PrismaClient, which: Prisma.Sql): Promise<ErasureReceipt[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT e.id::text, e.at, e.actor AS "by", named.name AS "byName", e.leads, e.cancelled, e.attempts,
      e.kept_answers AS "keptAnswers", e.sandbox_entries AS "sandboxEntries"
    FROM erasure e LEFT JOIN (${actorNames}) named ON named.actor = e.actor ${which}`
  return rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() }))
}
