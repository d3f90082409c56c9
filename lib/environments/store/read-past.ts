import type { Prisma } from '@/lib/db/generated/client'
import { type EnvironmentId, type Past, placeOf, sandbox, testing } from '@/lib/environments/environment'

/**
 * Finds out where leads have gone from this database, and keeps it in the table of environments. What was called tells
 * it; where that was removed with its persons, the stand-in's memory does, or that callers were not asked who they are. Of
 * test keys nothing is told: any service has them.
 */
export async function readPast(prisma: Prisma.TransactionClient): Promise<Past> {
  for (const { environment, since } of await calledSoFar(prisma)) await remember(prisma, environment, since)
  const [found] = await prisma.$queryRaw<{ isTrue: boolean }[]>`
    SELECT EXISTS (SELECT FROM environment WHERE id = ${sandbox}) OR EXISTS (SELECT FROM sandbox_lead s WHERE s.environment = ${sandbox})
      OR EXISTS (SELECT FROM audit_event WHERE actor = 'open')
      OR EXISTS (SELECT FROM lead WHERE actor = 'open') AS "isTrue"`
  const hasBeenSandbox = found?.isTrue ?? false
  if (hasBeenSandbox) await remember(prisma, sandbox, new Date())
  return { hasBeenSandbox }
}

async function calledSoFar(
  prisma: Prisma.TransactionClient,
): Promise<{ environment: EnvironmentId; since: Date }[]> {
  // As much of each address as tells the place: few come of many.
  const rows = await prisma.$queryRaw<{ address: string; since: Date }[]>`
    SELECT substring(request_url FROM '^https?://[^/]+(?:/sandbox/vitec/)?') AS address, min(started_at) AS since
    FROM delivery_attempt WHERE request_url <> '' AND environment IS DISTINCT FROM ${testing} GROUP BY 1 ORDER BY 2`
  return rows.flatMap(({ address, since }) => {
    const environment = address && placeOf(address)
    return environment ? [{ environment, since }] : []
  })
}

/** That leads go, or went, there; the first time counts. */
export async function remember(
  prisma: Prisma.TransactionClient,
  id: EnvironmentId,
  firstSeen: Date,
): Promise<void> {
  await prisma.environment.createMany({ data: { id, firstSeen }, skipDuplicates: true })
}
