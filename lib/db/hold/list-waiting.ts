import type { EnvironmentId } from '@/lib/delivery/environment/environment'
import type { WaitingPage, WaitingQuery } from '@/lib/delivery/hold/waiting-leads'
import { Prisma, type PrismaClient } from '../generated/client'
import { readRows } from '../lead/list-leads'
import { isWaiting } from './waiting'

const pageSize = 50

/** A page of the leads of a filter that wait, the oldest first, and how many there are. */
export async function listWaiting(
  prisma: PrismaClient,
  here: EnvironmentId,
  { filter, after }: WaitingQuery,
): Promise<WaitingPage> {
  const waiting = isWaiting(here, filter)
  const [found] = await prisma.$queryRaw<{ total: number }[]>`
    SELECT count(*)::int AS total FROM lead WHERE ${waiting}`
  const rows = await readRows(
    prisma,
    here,
    Prisma.sql`WHERE ${waiting} AND (${after}::uuid IS NULL OR lead.id > ${after}::uuid)
      ORDER BY lead.id LIMIT ${pageSize + 1}`,
  )
  const leads = rows.slice(0, pageSize)
  const next = rows.length > pageSize ? (leads.at(-1)?.id ?? null) : null
  return { total: found?.total ?? 0, leads, next }
}
