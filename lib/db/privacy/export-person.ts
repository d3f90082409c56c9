import type { EnvironmentId } from '@/lib/environments/environment'
import { outOfReach, type PersonExport } from '@/lib/privacy/person-export'
import { Prisma, type PrismaClient } from '../generated/client'
import { readRecord } from '../lead/read-record'
import { sandboxEntriesOf } from './anonymise-leads'

type Entry = { id: string; receivedAt: Date; personLead: unknown }

/** Everything that an erasure of these leads would remove, in the order of the ids. */
export async function exportPerson(
  prisma: PrismaClient,
  environment: EnvironmentId,
  leadIds: string[],
  now: Date,
): Promise<PersonExport> {
  const leads: PersonExport['leads'] = []
  for (const id of leadIds) {
    const record = await readRecord(prisma, environment, id)
    if (!record) continue
    const { allowedActions: _, ...lead } = record
    leads.push(lead)
  }
  const kept = await prisma.idempotencyRecord.findMany({
    where: { leadId: { in: leadIds } },
    select: { leadId: true, expiresAt: true, answer: true },
  })
  const entries = await prisma.$queryRaw<Entry[]>`
    SELECT id, received_at AS "receivedAt", person_lead AS "personLead" FROM sandbox_lead
    WHERE id IN (${sandboxEntriesOf(Prisma.sql`SELECT unnest(${leadIds}::uuid[])`)}) ORDER BY received_at DESC`
  return {
    exportedAt: now.toISOString(),
    leads,
    keptAnswers: kept.map((record) => ({ ...record, expiresAt: record.expiresAt.toISOString() })),
    sandboxInbox: entries.map((entry) => ({ ...entry, receivedAt: entry.receivedAt.toISOString() })),
    notIncluded: [...outOfReach],
  }
}
