import type { LedgerLine } from '@/lib/privacy/erasure-ledger'
import type { LedgerStore } from '@/lib/privacy/ledger-store'
import type { PrismaClient } from '../generated/client'
import { eraseAgain } from './erase-again'
import { isBroughtBack } from './is-brought-back'

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
