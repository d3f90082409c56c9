import { type EnvironmentId, isLive } from '@/lib/delivery/environment/environment'
import type { WaitingOverview } from '@/lib/delivery/hold/waiting-overview'
import { isBornIn } from '../conditions'
import type { PrismaClient } from '../generated/client'
import { isWaiting } from './waiting'

const everything = { customer: null, status: null, leadId: null, environment: null }

/** To choose from: those with most leads. */
const mostCustomers = 200

type Row = { vitecId: string; name: string | null; pending: number; unknown: number }

/** What waits while sending is held, and what was born elsewhere. */
export async function readOverview(prisma: PrismaClient, here: EnvironmentId): Promise<WaitingOverview> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT waiting.*, customer.name FROM (
      SELECT lead.vitec_customer_id AS "vitecId",
        (count(*) FILTER (WHERE lead.status = 'pending'))::int AS pending,
        (count(*) FILTER (WHERE lead.status = 'unknown'))::int AS unknown
      FROM lead WHERE ${isWaiting(here, everything)} GROUP BY 1
    ) waiting LEFT JOIN customer ON customer.vitec_id = waiting."vitecId"
    ORDER BY waiting.pending + waiting.unknown DESC, "vitecId"`
  const elsewhere = await prisma.$queryRaw<{ environment: EnvironmentId; leads: number }[]>`
    SELECT environment, count(*)::int AS leads FROM lead
    WHERE lead.status = 'pending' AND environment IS NOT NULL AND NOT ${isBornIn(here)}
    GROUP BY 1 ORDER BY 1`
  return {
    pending: sum(rows.map(({ pending }) => pending)),
    unknown: sum(rows.map(({ unknown }) => unknown)),
    customers: rows
      .slice(0, mostCustomers)
      .map(({ vitecId, name, pending, unknown }) => ({ vitecId, name, leads: pending + unknown })),
    elsewhere: elsewhere.map((place) => ({
      ...place,
      mayMove: isLive(here) && isLive(place.environment),
    })),
  }
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)
