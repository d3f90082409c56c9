import { isTest, isUnderWay } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { testDays } from '@/lib/environments/environment'
import { anonymiseLeads } from './anonymise-leads'
import { isClockBelieved } from './clock-watch'

/** Rows in one transaction: few enough that no request waits for it. */
const batch = 100

/** So many batches in one run of the sweep; the next takes the rest within the minute. */
const mostBatches = 50

/** Asked once for all rows, so that an index ends where the others begin. */
const isOver = Prisma.sql`received_at < (SELECT clock_timestamp() - make_interval(days => ${testDays}::int))
  AND ${isClockBelieved}`

/**
 * Removes leads of test keys whose time is over by the database's clock, with all that hangs on them, and what the stand-in got
 * of such; nothing while that clock is not believed, and none that is being sent. They are counted nowhere, so that, unlike of
 * other leads, nothing has to stay. Resolves to how many rows went, by table; it is empty where none did.
 */
export async function expireTests(prisma: PrismaClient): Promise<Record<string, number>> {
  let leads = 0
  for (let round = 0; round < mostBatches; round++) {
    const removed = await removeBatch(prisma)
    leads += removed
    if (removed < batch) break
  }
  const entries = await removeEntries(prisma)
  return { ...(leads > 0 && { lead: leads }), ...(entries > 0 && { sandbox_lead: entries }) }
}

function removeBatch(prisma: PrismaClient): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    const locked = await transaction.$queryRaw<{ id: string }[]>`
      SELECT id::text FROM lead WHERE ${isTest} AND ${isOver}
        -- Those that are under way would be found first, and always the same.
        AND NOT ${isUnderWay}
      ORDER BY received_at, id LIMIT ${batch} FOR UPDATE SKIP LOCKED`
    if (locked.length === 0) return 0
    const [found] = await transaction.$queryRaw<{ now: Date; ids: string[] }[]>`
      SELECT clock_timestamp()::timestamptz(3) AS now, ARRAY(
        -- Asked again, now that no instance can begin an attempt.
        SELECT id::text FROM lead WHERE id = ANY(${locked.map(({ id }) => id)}::uuid[]) AND NOT ${isUnderWay}) AS ids`
    const { now, ids } = found ?? { now: new Date(), ids: [] }
    // Takes along what holds a person and hangs on no key: words, matches, what the stand-in got.
    await anonymiseLeads(transaction, ids, now)
    const those = Prisma.sql`ANY(${ids}::uuid[])`
    await transaction.$executeRaw`DELETE FROM webhook_event WHERE lead_id = ${those}`
    await transaction.$executeRaw`DELETE FROM lead_event WHERE lead_id = ${those}`
    return transaction.$executeRaw`DELETE FROM lead WHERE id = ${those} AND ${isTest}`
  })
}

/** Word for word what the index `sandbox_lead_of_test` asks. */
const isTestEntry = Prisma.sql`environment = 'test'`

/** What is left of leads that are gone, or that no lead is known of. */
function removeEntries(prisma: PrismaClient): Promise<number> {
  return prisma.$executeRaw`
    DELETE FROM sandbox_lead WHERE ${isTestEntry} AND id IN (
      SELECT id FROM sandbox_lead WHERE ${isTestEntry} AND ${isOver}
      ORDER BY received_at LIMIT ${batch * mostBatches})`
}
