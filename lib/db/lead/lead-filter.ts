import { z } from 'zod'
import type { LeadFilter } from '@/lib/lead/lead-view'
import { searchTerms } from '@/lib/lead/search-text'
import { Prisma } from '../generated/client'

/** The leads that staff have narrowed the log to, as conditions on the table `lead`. */
export function leadFilter({ search, status }: LeadFilter): Prisma.Sql {
  const isStatus = status ? [Prisma.sql`lead.status = ${status}::lead_status`] : []
  return Prisma.join([Prisma.sql`TRUE`, ...isStatus, ...searchTerms(search).map(containing)], ' AND ')
}

/** A lead's own id is not in its search text: it is looked up by its key. */
function containing(term: string): Prisma.Sql {
  if (z.uuid().safeParse(term).success) return Prisma.sql`lead.id = ${term}::uuid`
  return Prisma.sql`lead.search_text LIKE ${`%${escapeLike(term)}%`}`
}

const escapeLike = (term: string) => term.replace(/[\\%_]/g, '\\$&')
