import type { Prisma, PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import { birthplace, type EnvironmentId, type Past, testing } from '@/lib/environments/environment'
import { readPast, remember } from './read-past'

/** Leads in one transaction: few enough that no request waits for it. */
const batch = 500

/** So many batches in one run of the sweep; the next takes the rest. */
const mostBatches = 20

/** `open`: only leads that could still be sent, all of them. `all`: the rest, a part at a time. */
type Extent = 'open' | 'all'

/**
 * Gives a place of birth to leads that have none: they were stored by a version without environments. Resolves to their
 * number. One instance at a time; what an interruption leaves, the next run takes.
 */
export async function assignEnvironments(
  prisma: PrismaClient,
  current: EnvironmentId,
  extent: Extent,
): Promise<number> {
  const isNeeded =
    (await prisma.lead.findFirst({ where: { environment: null }, select: { id: true } })) !== null ||
    (await prisma.deliveryPause.count()) > 0
  if (!isNeeded) return 0
  // Before the first is assigned: what this process is says nothing of what the database was.
  const past = await readPast(prisma)
  await movePauses(prisma, past, current)
  let assigned = 0
  let after: string | null = null
  for (let round = 0; extent === 'open' || round < mostBatches; round++) {
    const ids: string[] = await assignBatch(prisma, { past, current, extent, after })
    after = ids.at(-1) ?? null
    assigned += ids.length
    if (after === null) break
  }
  return assigned
}

/** Where a lead was born; `null` where nobody knows yet, or there is no such lead. */
export async function birthplaceOf(prisma: PrismaClient, leadId: string): Promise<EnvironmentId | null> {
  const found = await prisma.lead.findUnique({ where: { id: leadId }, select: { environment: true } })
  return found?.environment ?? null
}

/** Makes the place where this process sends one that the database knows. */
export async function enterEnvironment(prisma: PrismaClient, current: EnvironmentId): Promise<void> {
  await remember(prisma, current, new Date())
}

type Batch = { past: Past; current: EnvironmentId; extent: Extent; after: string | null }

function assignBatch(prisma: PrismaClient, { past, current, extent, after }: Batch): Promise<string[]> {
  return prisma.$transaction(async (transaction) => {
    await takeLock(transaction, 'environments')
    const leads = await transaction.lead.findMany({
      where: {
        environment: null,
        ...(after !== null && { id: { gt: after } }),
        ...(extent === 'open' && { status: { not: 'delivered' }, anonymisedAt: null }),
      },
      orderBy: { id: 'asc' },
      take: batch,
      select: {
        id: true,
        actor: true,
        attempts: { select: { requestUrl: true }, orderBy: { number: 'asc' } },
      },
    })
    const placed = leads.map(({ id, actor, attempts }) => {
      const requestUrls = attempts.map(({ requestUrl }) => requestUrl)
      return { id, environment: birthplace({ requestUrls, actor }, past, current) }
    })
    for (const environment of new Set(placed.map((lead) => lead.environment))) {
      const ids = placed.filter((lead) => lead.environment === environment).map(({ id }) => id)
      await place(transaction, environment, ids)
    }
    return leads.map(({ id }) => id)
  })
}

async function place(
  transaction: Prisma.TransactionClient,
  environment: EnvironmentId,
  ids: string[],
): Promise<void> {
  await transaction.$executeRaw`
    UPDATE lead SET environment = ${environment} WHERE id = ANY(${ids}::uuid[]) AND environment IS NULL`
}

type Pause = { vitecCustomerId: string; requestUrl: string | null; reason: string | null }

/** Gives pauses from before pauses had an environment the one that the customer's newest attempt was made in, and why. */
async function movePauses(prisma: PrismaClient, past: Past, current: EnvironmentId): Promise<void> {
  const pauses = await prisma.$queryRaw<Pause[]>`
    SELECT p.vitec_customer_id AS "vitecCustomerId", newest.request_url AS "requestUrl",
      newest.error_kind AS reason
    FROM delivery_pause p LEFT JOIN LATERAL (
      SELECT a.request_url, a.error_kind FROM delivery_attempt a JOIN lead l ON l.id = a.lead_id
      WHERE l.vitec_customer_id = p.vitec_customer_id AND a.environment IS DISTINCT FROM ${testing}
      ORDER BY a.started_at DESC LIMIT 1
    ) newest ON TRUE`
  for (const { vitecCustomerId, requestUrl, reason } of pauses) {
    const requestUrls = requestUrl === null ? [] : [requestUrl]
    const environment = birthplace({ requestUrls, actor: null }, past, current)
    await prisma.$executeRaw`
      WITH former AS (DELETE FROM delivery_pause WHERE vitec_customer_id = ${vitecCustomerId} RETURNING *)
      INSERT INTO customer_pause (environment, vitec_customer_id, reason, since, next_probe_at)
      SELECT ${environment}, vitec_customer_id, ${reason ?? ''}, since, next_probe_at FROM former
      ON CONFLICT (environment, vitec_customer_id) DO NOTHING`
  }
}
