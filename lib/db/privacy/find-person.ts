import { mostLeads } from '@/lib/privacy/erasure'
import type { PersonHit, PersonHits } from '@/lib/privacy/person-search'
import type { PrismaClient } from '../generated/client'
import { leadFilter } from '../lead/lead-filter'

type Row = Omit<PersonHit, 'receivedAt'> & { receivedAt: Date }

/** The leads in which the words are found, as the log finds them, newest first. Anonymised ones have no words. */
export async function findPerson(prisma: PrismaClient, search: string): Promise<PersonHits> {
  const rows = await prisma.$queryRaw<Row[]>`
    SELECT id::text, received_at AS "receivedAt", status::text, first_name AS "firstName",
      last_name AS "lastName", email, phone, address, zip_code AS "zipCode", city
    FROM lead WHERE ${leadFilter({ search, status: null })} AND anonymised_at IS NULL
    ORDER BY received_at DESC, id DESC LIMIT ${mostLeads + 1}`
  return {
    leads: rows.slice(0, mostLeads).map((row) => ({ ...row, receivedAt: row.receivedAt.toISOString() })),
    hasMore: rows.length > mostLeads,
  }
}
