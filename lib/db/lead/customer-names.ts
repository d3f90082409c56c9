import { isIn, type Spelling, type Term } from '@/lib/lead/search/pattern'
import { nameText } from '@/lib/lead/search/search-text'
import { Prisma } from '../generated/client'

/** Names of customers and lead sources, as searches compare them, with Vitec's ids. */
export type CustomerNames = {
  customers: { id: string; text: string }[]
  sources: { customerId: string; id: string; text: string }[]
}

type Row = {
  isOutdated: boolean
  customers: [string, string][] | null
  sources: [string, string, string][] | null
}

/**
 * What a search needs to know beside its words: who is on our list, so that a new name needs no lead to be written
 * anew; and whether there are leads whose search text has the first form still.
 */
export async function readSearchContext(
  prisma: Prisma.TransactionClient,
): Promise<{ names: CustomerNames; isOutdated: boolean }> {
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT EXISTS (SELECT FROM lead WHERE search_version < 1 AND anonymised_at IS NULL) AS "isOutdated",
      (SELECT json_agg(json_build_array(vitec_id, name)) FROM customer WHERE name <> vitec_id) AS customers,
      (SELECT json_agg(json_build_array(c.vitec_id, s.vitec_id, s.name))
        FROM lead_source s JOIN customer c ON c.id = s.customer_id WHERE s.name <> s.vitec_id) AS sources`
  const customers = (row?.customers ?? []).map(([id, name]) => ({ id, text: nameText(name) }))
  const sources = (row?.sources ?? []).map(([customerId, id, name]) => ({
    customerId,
    id,
    text: nameText(name),
  }))
  return { names: { customers, sources }, isOutdated: row?.isOutdated ?? false }
}

/** The condition that a lead's customer or lead source has a name in which a term is found; `null` where none has. */
export function isNamed(names: CustomerNames, term: Term, spelling: Spelling): Prisma.Sql | null {
  const customers = names.customers.filter(({ text }) => isIn(text, term, spelling)).map(({ id }) => id)
  const sources = names.sources.filter(({ text }) => isIn(text, term, spelling))
  const ways: Prisma.Sql[] = []
  if (customers.length > 0) ways.push(Prisma.sql`lead.vitec_customer_id = ANY(${customers})`)
  if (sources.length > 0) {
    const owners = sources.map(({ customerId }) => customerId)
    ways.push(Prisma.sql`lead.vitec_customer_id = ANY(${[...new Set(owners)]})
      AND (lead.vitec_customer_id, lead.vitec_source_id) IN (
        SELECT * FROM unnest(${owners}::text[], ${sources.map(({ id }) => id)}::text[]))`)
  }
  // Those that hold nobody any more are found by no words.
  return ways.length === 0 ? null : Prisma.sql`lead.anonymised_at IS NULL AND (${Prisma.join(ways, ' OR ')})`
}
