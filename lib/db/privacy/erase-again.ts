import { recordEvents } from '@/lib/audit/store/record-event'
import type { LedgerLine } from '@/lib/privacy/erasure-ledger'
import type { ErasedAgain } from '@/lib/privacy/ledger-store'
import type { Prisma, PrismaClient } from '../generated/client'
import { takeLock } from '../locks'
import { anonymiseLeads } from './anonymise-leads'
import { isBroughtBack } from './is-brought-back'
import { isUnderWay } from './under-way'

/** In ms. Another instance may be erasing the same ones again, and is waited for. */
const timeout = 30_000

type Back = { id: string; hasPerson: boolean }

/**
 * Erases what a restore has brought back of erasures that were made before. A lead that is being sent is left, because
 * its answer is still to come: unlike an erasure that somebody asks for, nobody is there to try again as a whole.
 */
export function eraseAgain(prisma: PrismaClient, lines: LedgerLine[], now: Date): Promise<ErasedAgain> {
  return prisma.$transaction(
    async (transaction) => {
      await takeLock(transaction, 'erasures')
      const named = lines.flatMap(({ leadIds }) => leadIds)
      const { atRest, underWay } = await lock(transaction, named)
      const persons = atRest.filter(({ hasPerson }) => hasPerson).map(({ id }) => id)
      const { leads } = await anonymiseLeads(transaction, persons, now)
      const receipts = await putBackReceipts(transaction, lines, new Set(atRest.map(({ id }) => id)), now)
      return { receipts, leads, underWay }
    },
    { timeout },
  )
}

/** Whether one is under way is asked after, when nobody can begin an attempt. */
async function lock(
  transaction: Prisma.TransactionClient,
  leadIds: string[],
): Promise<{ atRest: Back[]; underWay: number }> {
  const back = await transaction.$queryRaw<Back[]>`
    SELECT id::text, anonymised_at IS NULL AS "hasPerson" FROM lead
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
