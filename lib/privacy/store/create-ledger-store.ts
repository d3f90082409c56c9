import { recordEvents } from '@/lib/audit/store/record-event'
import { hasPerson, isUnderWay } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import type { ErasedAgain, LedgerLine, LedgerStore } from '@/lib/privacy/erasure-ledger'
import { anonymiseLeads, forgetLinks } from './anonymise-leads'

type Row = Omit<LedgerLine, 'version' | 'at'> & { at: Date }

/** {@link LedgerStore} on PostgreSQL. */
export function createLedgerStore(prisma: PrismaClient): LedgerStore {
  return {
    receiptCount: () => prisma.erasure.count(),
    receipts: () => receipts(prisma),
    linesOf: (receiptIds) => linesOf(prisma, receiptIds),
    async broughtBack(leadIds) {
      if (leadIds.length === 0) return []
      const rows = await prisma.$queryRaw<{ id: string }[]>`
        SELECT id::text FROM lead WHERE id = ANY(${leadIds}::uuid[]) AND ${isBroughtBack}`
      return rows.map(({ id }) => id)
    },
    eraseAgain: (lines, now) => eraseAgain(prisma, lines, now),
  }
}

async function receipts(prisma: PrismaClient): Promise<Map<string, number>> {
  const rows = await prisma.$queryRaw<{ id: string; erased: number }[]>`
    SELECT e.id::text, coalesce(l.erased, 0) AS erased FROM erasure e LEFT JOIN (
      SELECT erasure_id, count(*)::int AS erased FROM lead
      WHERE erasure_id IS NOT NULL AND anonymised_at IS NOT NULL GROUP BY erasure_id) l ON l.erasure_id = e.id`
  return new Map(rows.map(({ id, erased }) => [id, erased]))
}

async function linesOf(prisma: PrismaClient, receiptIds: string[]): Promise<LedgerLine[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT e.id::text, e.at, e.actor AS "by", e.leads, e.cancelled, e.attempts,
      e.kept_answers AS "keptAnswers", e.sandbox_entries AS "sandboxEntries",
      ARRAY(SELECT l.id::text FROM lead l WHERE l.erasure_id = e.id ORDER BY l.id) AS "leadIds"
    FROM erasure e WHERE e.id = ANY(${receiptIds}::uuid[]) ORDER BY e.at, e.id`
  return rows.map(({ at, ...row }) => ({ version: 1, ...row, at: at.toISOString() }))
}

/** In ms. Another instance may be erasing the same ones again, and is waited for. */
const timeout = 30_000

type Back = { id: string; hasPerson: boolean }

/**
 * Erases what a restore has brought back of erasures that were made before. A lead that is being sent is left, because
 * its answer is still to come: unlike an erasure that a person asks for, there is no one to try again as a whole.
 */
function eraseAgain(prisma: PrismaClient, lines: LedgerLine[], now: Date): Promise<ErasedAgain> {
  return prisma.$transaction(
    async (transaction) => {
      await takeLock(transaction, 'erasures')
      const named = lines.flatMap(({ leadIds }) => leadIds)
      const { atRest, underWay } = await lock(transaction, named)
      const persons = atRest.filter(({ hasPerson }) => hasPerson).map(({ id }) => id)
      const { leads } = await anonymiseLeads(transaction, persons, now)
      await forgetLinks(transaction)
      const receipts = await putBackReceipts(transaction, lines, new Set(atRest.map(({ id }) => id)), now)
      return { receipts, leads, underWay }
    },
    { timeout },
  )
}

/** Whether one is under way is asked after, when no instance can begin an attempt. */
async function lock(
  transaction: Prisma.TransactionClient,
  leadIds: string[],
): Promise<{ atRest: Back[]; underWay: number }> {
  const back = await transaction.$queryRaw<Back[]>`
    SELECT id::text, ${hasPerson} AS "hasPerson" FROM lead
    WHERE id = ANY(${leadIds}::uuid[]) AND ${isBroughtBack} ORDER BY id FOR NO KEY UPDATE`
  const busy = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE id = ANY(${back.map(({ id }) => id)}::uuid[]) AND ${isUnderWay}`
  const busyIds = new Set(busy.map(({ id }) => id))
  return { atRest: back.filter(({ id }) => !busyIds.has(id)), underWay: busy.length }
}

/** With the numbers and the time of the erasure itself; one that is there stays as it is. Resolves to how many. */
async function putBackReceipts(
  transaction: Prisma.TransactionClient,
  lines: LedgerLine[],
  erased: Set<string>,
  now: Date,
): Promise<number> {
  const pairs = lines.flatMap(({ id, leadIds }) =>
    leadIds.filter((lead) => erased.has(lead)).map((lead) => ({ id, lead })),
  )
  const ids = new Set(pairs.map(({ id }) => id))
  const data = lines
    .filter(({ id }) => ids.has(id))
    .map(({ version: _, by: actor, leadIds: __, ...receipt }) => ({ ...receipt, actor }))
  await transaction.erasure.createMany({ data, skipDuplicates: true })
  await transaction.$executeRaw`
    UPDATE lead SET erasure_id = pair.erasure_id
    FROM (SELECT unnest(${pairs.map(({ lead }) => lead)}::uuid[]) AS id,
      unnest(${pairs.map(({ id }) => id)}::uuid[]) AS erasure_id) pair
    WHERE lead.id = pair.id`
  const done = { by: 'system', verb: 'privacy.erase-again', from: 'none' } as const
  await recordEvents(
    transaction,
    [...ids].map((id) => ({ ...done, subject: `erasure:${id}` as const })),
    now,
  )
  return ids.size
}

/**
 * That a lead of the table `lead`, which an erasure has named, does not show it: its person is there, or was only
 * removed for its age, and no receipt is referred to.
 */
const isBroughtBack = Prisma.sql`(${hasPerson} OR lead.erasure_id IS NULL)`
