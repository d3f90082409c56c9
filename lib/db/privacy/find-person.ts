import { matchedSpelling } from '@/lib/lead/search/matched-spelling'
import { mostLeads } from '@/lib/privacy/erasure'
import type { PersonHit, PersonHits } from '@/lib/privacy/person-search'
import { Prisma, type PrismaClient } from '../generated/client'
import { leadConditions } from '../lead/lead-filter'
import { suggestSearch } from '../search/suggest-search'

type Row = Omit<PersonHit, 'receivedAt' | 'spelling'> & { receivedAt: Date }

/**
 * The leads in which the words are found, those spelt otherwise too, and where there are none those of words that are
 * nearly the same: "nothing" would be a wrong answer to somebody who asks what we have of them. Anonymised leads have
 * no words.
 */
export async function findPerson(prisma: PrismaClient, search: string): Promise<PersonHits> {
  const found = await findSpelt(prisma, search)
  const meant = found.leads.length === 0 ? await suggestSearch(prisma, { search, status: null }) : null
  if (meant === null) return { ...found, search, insteadOf: null }
  return { ...(await findSpelt(prisma, meant)), search: meant, insteadOf: search }
}

async function findSpelt(
  prisma: PrismaClient,
  search: string,
): Promise<Pick<PersonHits, 'leads' | 'hasMore'>> {
  const { exact, loose } = await leadConditions(prisma, { search, status: null })
  const asTyped = (await read(prisma, exact, mostLeads + 1)).map((row) => toHit(row, ''))
  const room = mostLeads + 1 - asTyped.length
  const others = loose && room > 0 ? await read(prisma, Prisma.sql`${loose} AND NOT (${exact})`, room) : []
  const leads = [...asTyped, ...others.map((row) => toHit(row, matchedSpelling(row, search)))]
  return { leads: leads.slice(0, mostLeads), hasMore: leads.length > mostLeads }
}

function read(prisma: PrismaClient, condition: Prisma.Sql, most: number): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`
    SELECT id::text, received_at AS "receivedAt", status::text, first_name AS "firstName",
      last_name AS "lastName", email, phone, address, zip_code AS "zipCode", city
    FROM lead WHERE ${condition} AND anonymised_at IS NULL
    ORDER BY received_at DESC, id DESC LIMIT ${most}`
}

const toHit = ({ receivedAt, ...row }: Row, spelling: string): PersonHit => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
  spelling,
})
