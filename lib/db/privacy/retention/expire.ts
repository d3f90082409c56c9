import type { EnvironmentId } from '@/lib/environments/environment'
import type { Prisma } from '../../generated/client'
import { anonymiseLeads } from '../anonymise-leads'
import { isUnderWay } from '../under-way'
import { isDue } from './is-due'

/** `before`: leads received before it are due. `leads`: at most so many of them, and `entries` of the stand-in's. */
type Portion = { before: Date; leads: number; entries: number }

/** What was removed, in rows. */
type Expired = { leads: number; entries: number }

/** Anonymises the oldest leads that are due, and removes the oldest of the stand-in's entries from before then. */
export async function expire(
  transaction: Prisma.TransactionClient,
  environment: EnvironmentId,
  { before, leads: most, entries }: Portion,
  now: Date,
): Promise<Expired> {
  const locked = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE ${isDue(environment, before)}
    ORDER BY received_at LIMIT ${most} FOR NO KEY UPDATE SKIP LOCKED`
  // Asked again, now that nobody can begin an attempt.
  const atRest = await transaction.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM lead WHERE id = ANY(${locked.map(({ id }) => id)}::uuid[]) AND NOT ${isUnderWay}`
  const ids = atRest.map(({ id }) => id)
  const { leads, sandboxEntries } = await anonymiseLeads(transaction, ids, now)
  const removed = await transaction.$executeRaw`
    DELETE FROM sandbox_lead WHERE id IN (
      SELECT id FROM sandbox_lead WHERE received_at < ${before} ORDER BY received_at LIMIT ${entries})`
  return { leads, entries: sandboxEntries + removed }
}
