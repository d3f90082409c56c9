import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import { takeLock } from '@/lib/db/locks'
import type { Lead } from '@/lib/leads/lead'
import { personWords } from '@/lib/leads/search/near-words'
import { searchText, searchVersion } from '@/lib/leads/search/search-text'

/** Leads in one transaction: few enough that no request waits for it. */
export const searchBatch = 200

const searched = {
  ...{ id: true, firstName: true, lastName: true, email: true, phone: true },
  ...{ address: true, zipCode: true, city: true },
  ...{ vitecCustomerId: true, vitecSourceId: true, vitecLeadId: true, searchVersion: true },
  reference: true,
} as const satisfies Prisma.LeadSelect

type Searched = Prisma.LeadGetPayload<{ select: typeof searched }>

/**
 * Counts the words of the next leads that were not counted yet, and writes their search text in its present form where
 * an older version of the service wrote it. Leaves those that are locked already, and those that have just come and are
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

type Named = Pick<Lead, 'firstName' | 'lastName' | 'address' | 'city'>

/** Counts the words of leads that the caller has locked. */
async function countWords(transaction: Prisma.TransactionClient, leads: Named[]): Promise<void> {
  await takeLock(transaction, 'searchWords')
  await transaction.$executeRaw`
    INSERT INTO search_word (word, leads) ${numbersOf(leads)}
    ON CONFLICT (word) DO UPDATE SET leads = search_word.leads + excluded.leads`
}

/**
 * Takes the words of leads away whose persons are about to be removed, in that transaction; the caller has locked the
 * leads. A word that no other lead has is gone.
 */
export async function forgetSearchWords(
  transaction: Prisma.TransactionClient,
  leadIds: string[],
): Promise<void> {
  await takeLock(transaction, 'searchWords')
  const uncounted = await transaction.$queryRaw<{ leadId: string }[]>`
    DELETE FROM uncounted_lead WHERE lead_id = ANY(${leadIds}::uuid[]) RETURNING lead_id::text AS "leadId"`
  const without = new Set(uncounted.map(({ leadId }) => leadId))
  const leads = await transaction.lead.findMany({
    where: { id: { in: leadIds.filter((id) => !without.has(id)) }, anonymisedAt: null },
    select: { firstName: true, lastName: true, address: true, city: true },
  })
  await transaction.$executeRaw`
    WITH gone AS (${numbersOf(leads)}),
      less AS (
        UPDATE search_word s SET leads = s.leads - gone.leads FROM gone
        WHERE s.word = gone.word AND s.leads > gone.leads RETURNING s.word)
    DELETE FROM search_word s USING gone WHERE s.word = gone.word AND s.leads <= gone.leads`
}

/** In how many of some leads each word is, as a query for `word` and `leads`. */
function numbersOf(leads: Named[]): Prisma.Sql {
  const words = leads.flatMap(personWords)
  return Prisma.sql`SELECT word, count(*)::int AS leads FROM unnest(${words}::text[]) word GROUP BY word`
}
