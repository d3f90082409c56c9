import { searchText, searchVersion } from '@/lib/lead/search/search-text'
import type { Prisma, PrismaClient } from '../generated/client'
import { countWords } from './count-words'

/** Leads in one transaction: few enough that nobody waits for it. */
export const searchBatch = 200

const searched = {
  ...{ id: true, firstName: true, lastName: true, email: true, phone: true },
  ...{ address: true, zipCode: true, city: true },
  ...{ vitecCustomerId: true, vitecSourceId: true, vitecLeadId: true, searchVersion: true },
} as const satisfies Prisma.LeadSelect

type Searched = Prisma.LeadGetPayload<{ select: typeof searched }>

/**
 * Counts the words of the next leads that nobody has counted, and writes their search text in its present form where
 * an older version of the service wrote it. Leaves those that somebody else has locked, and those that have just come and are
 * about to be sent: a claim passes over a lead that is locked. Resolves to their number, {@link searchBatch} at most.
 */
export function makeSearchable(prisma: PrismaClient): Promise<number> {
  return prisma.$transaction(async (transaction) => {
    // The lead before its mark, as an erasure does it: of two at once, one waits.
    const locked = await transaction.$queryRaw<{ id: string }[]>`
      SELECT lead.id::text FROM uncounted_lead u JOIN lead ON lead.id = u.lead_id
      WHERE lead.status <> 'pending' OR lead.received_at < clock_timestamp() - interval '10 seconds'
      LIMIT ${searchBatch} FOR NO KEY UPDATE OF lead SKIP LOCKED`
    const marked = await transaction.$queryRaw<{ id: string }[]>`
      DELETE FROM uncounted_lead WHERE lead_id = ANY(${locked.map(({ id }) => id)}::uuid[])
      RETURNING lead_id::text AS id`
    const leads = await transaction.lead.findMany({
      where: { id: { in: marked.map(({ id }) => id) }, anonymisedAt: null },
      select: searched,
    })
    await rewrite(
      transaction,
      leads.filter((lead) => lead.searchVersion < searchVersion),
    )
    await countWords(transaction, leads)
    return locked.length
  })
}

async function rewrite(transaction: Prisma.TransactionClient, leads: Searched[]): Promise<void> {
  if (leads.length === 0) return
  await transaction.$executeRaw`
    UPDATE lead SET search_text = made.text, search_version = ${searchVersion}::smallint
    FROM unnest(${leads.map(({ id }) => id)}::uuid[], ${leads.map(searchText)}::text[]) made (id, text)
    WHERE lead.id = made.id`
}
