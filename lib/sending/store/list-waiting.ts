import { hasPerson, isAtRest, isBornIn, isHeld, isNoTest } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { inDoubt } from '@/lib/deliveries/store/move-lead'
import { type EnvironmentId, isLive } from '@/lib/environments/environment'
import { readRows } from '@/lib/leads/store/lead-rows'
import type { WaitingOverview } from '@/lib/sending/sending-hold'
import type { WaitingAction, WaitingFilter, WaitingPage, WaitingQuery } from '@/lib/sending/waiting-lead'

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
    WHERE lead.status = 'pending' AND environment IS NOT NULL AND NOT ${isBornIn(here)} AND ${isNoTest}
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

const isPending = Prisma.sql`lead.status = 'pending'`
const nothing = Prisma.sql`FALSE`

/**
 * The leads of a filter that wait, or are in doubt: of this environment while it is held, or of one that was named. Never of test
 * keys, whatever is named: moved, they would get to Vitec.
 */
function isWaiting(here: EnvironmentId, filter: WaitingFilter): Prisma.Sql {
  const { customer, status, leadId, environment } = filter
  const place = environment === null || environment === here ? isHereAndHeld(here) : isBornIn(environment)
  return Prisma.join(
    [
      Prisma.sql`lead.status IN ('pending', 'unknown') AND ${hasPerson} AND ${isNoTest} AND ${place}`,
      ...(customer === null ? [] : [Prisma.sql`lead.vitec_customer_id = ${customer}`]),
      ...(status === null ? [] : [Prisma.sql`lead.status = ${status}::lead_status`]),
      ...(leadId === null ? [] : [Prisma.sql`lead.id = ${leadId}::uuid`]),
    ],
    ' AND ',
  )
}

const isHereAndHeld = (here: EnvironmentId) => Prisma.sql`${isBornIn(here)} AND ${isHeld}`

/** Those of them that something may be done to. Never between the sandbox and a Vitec that is called live. */
export function isOpenTo(action: WaitingAction, here: EnvironmentId, filter: WaitingFilter): Prisma.Sql {
  const isElsewhere = filter.environment !== null && filter.environment !== here
  return Prisma.sql`${isWaiting(here, filter)} AND ${isAtRest} AND ${openTo(action, here, isElsewhere)}`
}

function openTo(action: WaitingAction, here: EnvironmentId, isElsewhere: boolean): Prisma.Sql {
  switch (action) {
    case 'cancel':
      return isPending
    case 'move':
      return isElsewhere && isLive(here)
        ? Prisma.sql`${isPending} AND lead.environment <> 'sandbox'`
        : nothing
    case 'release':
      return isElsewhere ? nothing : isPending
    case 'settle':
    case 'look_up':
      return isElsewhere ? nothing : inDoubt.where
  }
}
