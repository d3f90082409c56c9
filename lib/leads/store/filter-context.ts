import { hasPerson } from '@/lib/db/conditions'
import { Prisma } from '@/lib/db/generated/client'
import type { Database } from '@/lib/db/open-database'
import { daysBetween, type LeadFilter } from '@/lib/leads/log-filter'
import { nameText, type Term } from '@/lib/leads/search/search-text'
import { newestFirst } from './lead-rows'

/** Names of customers and lead sources, as searches compare them, with Vitec's ids. */
export type CustomerNames = {
  customers: { id: string; text: string }[]
  sources: { customerId: string; id: string; text: string }[]
}

/**
 * What the database has to say before a filter means anything: the moment it is, who is on our list, so that a new name needs no
 * lead to be written anew, and whether there are leads whose search text has the first form still.
 */
export type FilterContext = { now: Date; names: CustomerNames; isOutdated: boolean }

type NamesRow = {
  customers: [string, string][] | null
  sources: [string, string, string][] | null
}
type ContextRow = NamesRow & { now: Date; isOutdated: boolean }

const clock = Prisma.sql`delivery_clock() AS now`
const isOutdated = Prisma.sql`EXISTS (SELECT FROM lead WHERE search_version < 1 AND ${hasPerson}) AS "isOutdated"`
const ofCustomers = Prisma.sql`SELECT json_agg(json_build_array(vitec_id, name)) FROM customer WHERE name <> vitec_id`
const ofSources = Prisma.sql`SELECT json_agg(json_build_array(c.vitec_id, s.vitec_id, s.name))
  FROM lead_source s JOIN customer c ON c.id = s.customer_id WHERE s.name <> s.vitec_id`

const noNames: CustomerNames = { customers: [], sources: [] }

/** Whether a filter means something at once: ids of ours are looked up where they are asked for. */
const isPlain = ({ search, received }: LeadFilter) =>
  search.trim() === '' && (received === null || daysBetween(received) !== null)

/** {@link FilterContext} in whatever transaction its leads are read. */
export async function readFilterContext(
  prisma: Prisma.TransactionClient,
  filter: LeadFilter,
): Promise<FilterContext> {
  if (isPlain(filter)) return { now: new Date(), names: noNames, isOutdated: false }
  const [row] = await prisma.$queryRaw<ContextRow[]>`
    SELECT ${clock}, ${isOutdated}, (${ofCustomers}) AS customers, (${ofSources}) AS sources`
  if (!row) throw new Error('the database does not tell the time')
  return { now: row.now, names: foldNames(row), isOutdated: row.isOutdated }
}

function foldNames({ customers, sources }: NamesRow): CustomerNames {
  return {
    customers: (customers ?? []).map(([id, name]) => ({ id, text: nameText(name) })),
    sources: (sources ?? []).map(([customerId, id, name]) => ({ customerId, id, text: nameText(name) })),
  }
}

/**
 * How common words are. `leads`: how many there are, about. `words`: in how many of them each term is, `null` where it is no
 * word that is counted. `sample`: the part of the newest that has all of them, `null` where those that are counted are common.
 */
export type Commonness = { leads: number; words: (number | null)[]; sample: number | null }

/** Among so many of the newest leads words are looked for that may be rare, or are not counted. */
const sampled = Prisma.raw('200')
/** A word that is in one of so many leads is common. */
const commonOne = Prisma.raw('200')

/** A row whose version is no more has a higher number than all before: so many rows with one sum are the same rows. */
const versions = Prisma.sql`(SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM customer) || ' ' ||
  (SELECT count(*) || ' ' || coalesce(sum(xmin::text::bigint), 0) FROM lead_source)`

const pageText = Prisma.sql`
  SELECT ${clock}, ${isOutdated}, known.*,
    CASE WHEN known.versions <> $1 THEN (${ofCustomers}) END AS customers,
    CASE WHEN known.versions <> $1 THEN (${ofSources}) END AS sources,
    CASE WHEN EXISTS (SELECT FROM unnest(known.words) word WHERE word IS NULL OR word < known.leads / ${commonOne}) THEN (
      SELECT count(*)::float8 / ${sampled} FROM (SELECT search_text FROM lead ${newestFirst} LIMIT ${sampled}) newest
      WHERE newest.search_text LIKE ALL ($3::text[])) END AS sample
  FROM (
    SELECT ${versions} AS versions,
      (SELECT CASE WHEN reltuples > 0 THEN reltuples ELSE (SELECT coalesce(sum(leads), 0) FROM lead_tally) END::float8
        FROM pg_class WHERE oid = 'lead'::regclass) AS leads,
      ARRAY(SELECT CASE WHEN sought.word IS NOT NULL THEN (
          SELECT coalesce(sum(w.leads), 0)::float8 FROM search_word w WHERE w.word LIKE sought.word) END
        FROM unnest($2::text[]) WITH ORDINALITY sought (word, place) ORDER BY sought.place) AS words
    OFFSET 0) known`.text

/** Fewer among the newest that were looked at say nothing. */
const leastSeen = 0.015

/** The part of all leads that has all words, about: by what is counted, and by the newest. Addresses of e-mail are not counted. */
export function likelyShare({ leads, words, sample }: Commonness): number {
  const share = words.reduce<number>((product, count) => (product * (count ?? leads)) / Math.max(leads, 1), 1)
  if (sample === null) return share
  if (words.includes(null)) return Math.min(share, sample)
  return sample < leastSeen ? share : Math.max(share, sample)
}

type ListRow = ContextRow & Commonness & { versions: string }

/** The names of each database as they were last read, folded. */
const lastNames = new WeakMap<object, { versions: string; names: CustomerNames }>()

/** {@link FilterContext} for a page of the log, with how common its words are: by one prepared statement, names only where new. */
export async function readPageContext(
  { pool }: { pool: Pick<Database['pool'], 'query'> },
  filter: LeadFilter,
  terms: Term[],
): Promise<FilterContext & { common: Commonness | null }> {
  const nothing = { names: noNames, isOutdated: false, common: null }
  if (isPlain(filter)) return { ...nothing, now: new Date() }
  if (terms.length === 0) {
    const { rows } = await pool.query<{ now: Date }>({
      name: 'delivery-clock',
      text: 'SELECT delivery_clock() AS now',
    })
    return { ...nothing, now: rows[0]?.now ?? new Date() }
  }
  const known = lastNames.get(pool)
  const values = [known?.versions ?? '', terms.map(wordIn), terms.flatMap(patternsIn)]
  const { rows } = await pool.query<ListRow>({ name: 'read-page-context', text: pageText, values })
  const [row] = rows
  if (!row) throw new Error('the database does not tell the time')
  const names = known && row.versions === known.versions ? known.names : foldNames(row)
  lastNames.set(pool, { versions: row.versions, names })
  const { leads, words, sample } = row
  return { now: row.now, isOutdated: row.isOutdated, names, common: { leads, words, sample } }
}

/** How a term stands in the table of words; `null` where it is none: a number, an address of e-mail, an id. */
function wordIn({ ways, leadId }: Term): string | null {
  const [pattern, ...others] = ways[0] ?? []
  if (!pattern || leadId || ways.length > 1 || others.length > 0 || !/^\p{L}+$/u.test(pattern.text))
    return null
  return pattern.startsWord ? `${pattern.text}%` : `%${pattern.text}%`
}

const patternsIn = ({ ways }: Term) => (ways[0] ?? []).map(likeOf)

/** Letters and digits only: nothing in a pattern means anything to LIKE. */
export const likeOf = ({ text, startsWord }: Term['ways'][number][number]) =>
  startsWord ? `% ${text}%` : `%${text}%`
