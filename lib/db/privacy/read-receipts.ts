import { z } from 'zod'
import { actorNames } from '@/lib/audit/store/list-events'
import type { ErasureReceipt } from '@/lib/privacy/erasure'
import { Prisma, type PrismaClient } from '../generated/client'

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
