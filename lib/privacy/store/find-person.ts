import { hasPerson } from '@/lib/db/conditions'
import { Prisma, type PrismaClient } from '@/lib/db/generated/client'
import type { EnvironmentId } from '@/lib/environments/environment'
import type { Lead } from '@/lib/leads/lead'
import { noFilter } from '@/lib/leads/log-filter'
import { searchTerms } from '@/lib/leads/search/search-terms'
import { isIn, nameText } from '@/lib/leads/search/search-text'
import { leadConditions } from '@/lib/leads/store/lead-filter'
import { readRecord } from '@/lib/leads/store/read-record'
import { suggestSearch } from '@/lib/leads/store/suggest-search'
import { mostErasedLeads } from '@/lib/privacy/erasure'
import { outOfReach, type PersonExport, type PersonHit, type PersonHits } from '@/lib/privacy/person-search'
import { sandboxEntriesOf } from './anonymise-leads'

/** Those of test keys too: somebody may have tried it out with a person who is real. */
const everyLead = { ...noFilter, tests: 'with' } as const

type Row = Omit<PersonHit, 'receivedAt' | 'spelling'> & { receivedAt: Date }

/**
 * The leads in which the words are found, those spelt otherwise too, and where there are none those of words that are
 * nearly the same: "nothing" would be a wrong answer to a person who asks what we have of them. Anonymised leads have
 * no words.
 */
export async function findPerson(prisma: PrismaClient, search: string): Promise<Omit<PersonHits, 'drafts'>> {
  const found = await findSpelt(prisma, search)
  const meant = found.leads.length === 0 ? await suggestSearch(prisma, { ...everyLead, search }) : null
  if (meant === null) return { ...found, search, insteadOf: null }
  return { ...(await findSpelt(prisma, meant)), search: meant, insteadOf: search }
}

async function findSpelt(
  prisma: PrismaClient,
  search: string,
): Promise<Pick<PersonHits, 'leads' | 'hasMore'>> {
  const { exact, loose } = await leadConditions(prisma, { ...everyLead, search })
  const asTyped = (await read(prisma, exact, mostErasedLeads + 1)).map((row) => toHit(row, ''))
  const room = mostErasedLeads + 1 - asTyped.length
  const others = loose && room > 0 ? await read(prisma, Prisma.sql`${loose} AND NOT (${exact})`, room) : []
  const spelt = [...asTyped, ...others.map((row) => toHit(row, matchedSpelling(row, search)))]
  const leads = [...spelt, ...(await replacing(prisma, spelt))]
  return { leads: leads.slice(0, mostErasedLeads), hasMore: leads.length > mostErasedLeads }
}

function read(prisma: PrismaClient, condition: Prisma.Sql, most: number): Promise<Row[]> {
  return prisma.$queryRaw<Row[]>`
    SELECT id::text, received_at AS "receivedAt", status::text, first_name AS "firstName",
      last_name AS "lastName", email, phone, address, zip_code AS "zipCode", city, environment
    FROM lead WHERE ${condition} AND ${hasPerson}
    ORDER BY received_at DESC, id DESC LIMIT ${most}`
}

/** What was made of leads, or they of it: a name or a number that was mended is in one of them only. */
async function replacing(prisma: PrismaClient, found: PersonHit[]): Promise<PersonHit[]> {
  const ids = found.map(({ id }) => id)
  const linked = Prisma.sql`lead.id <> ALL(${ids}::uuid[]) AND lead.id IN (
    WITH RECURSIVE linked AS (
      SELECT l.id, l.replaces_id, l.replaced_by_id FROM lead l WHERE l.id = ANY(${ids}::uuid[])
      UNION SELECT l.id, l.replaces_id, l.replaced_by_id
      FROM linked JOIN lead l ON l.id IN (linked.replaces_id, linked.replaced_by_id)
    ) SELECT id FROM linked)`
  return ids.length === 0 ? [] : (await read(prisma, linked, mostErasedLeads)).map((row) => toHit(row, ''))
}

const toHit = ({ receivedAt, ...row }: Row, spelling: string): PersonHit => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
  spelling,
})

/** How a lead spells what was searched for, where that is not as it was typed: `Åsa Öberg` for `asa oberg`. */
function matchedSpelling(
  lead: Pick<Lead, 'firstName' | 'lastName' | 'email' | 'address' | 'city'>,
  query: string,
): string {
  const terms = searchTerms(query, 'exact')
  const words = [lead.firstName, lead.lastName, lead.email, lead.address, lead.city ?? '']
    .join(' ')
    .split(' ')
  const isMatched = (word: string) => {
    const text = nameText(word)
    return terms.some((term) => isIn(text, term, 'loose') && !isIn(text, term, 'exact'))
  }
  return [...new Set(words.filter(isMatched))].join(' ')
}

type Entry = { id: string; receivedAt: Date; personLead: unknown }

/** Everything that an erasure of these leads would remove, in the order of the ids. */
export async function exportPerson(
  prisma: PrismaClient,
  environment: EnvironmentId,
  leadIds: string[],
  now: Date,
): Promise<Omit<PersonExport, 'drafts'>> {
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
  const notes = await prisma.leadNote.findMany({
    where: { leadId: { in: leadIds } },
    select: { leadId: true, at: true, text: true },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const entries = await prisma.$queryRaw<Entry[]>`
    SELECT id, received_at AS "receivedAt", person_lead AS "personLead" FROM sandbox_lead
    WHERE id IN (${sandboxEntriesOf(Prisma.sql`SELECT unnest(${leadIds}::uuid[])`)}) ORDER BY received_at DESC`
  return {
    exportedAt: now.toISOString(),
    leads,
    notes: notes.map((note) => ({ ...note, at: note.at.toISOString() })),
    keptAnswers: kept.map((record) => ({ ...record, expiresAt: record.expiresAt.toISOString() })),
    sandboxInbox: entries.map((entry) => ({ ...entry, receivedAt: entry.receivedAt.toISOString() })),
    notIncluded: [...outOfReach],
  }
}
