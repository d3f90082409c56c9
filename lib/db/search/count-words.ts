import type { Lead } from '@/lib/lead/lead'
import { personWords } from '@/lib/lead/search/person-words'
import { Prisma } from '../generated/client'
import { takeLock } from '../locks'

type Named = Pick<Lead, 'firstName' | 'lastName' | 'address' | 'city'>

/** Counts the words of leads that the caller has locked. */
export async function countWords(transaction: Prisma.TransactionClient, leads: Named[]): Promise<void> {
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
