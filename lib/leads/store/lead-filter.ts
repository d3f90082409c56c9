import { hasPerson } from '@/lib/db/conditions'
import { Prisma } from '@/lib/db/generated/client'
import { type LeadFilter, receivedDays } from '@/lib/leads/log-filter'
import { searchTerms, unfoldedTerms } from '@/lib/leads/search/search-terms'
import { isIn, nameText, type Pattern, type Spelling, type Term } from '@/lib/leads/search/search-text'
import { startOfDay } from '@/lib/time/stockholm-time'

/**
 * The leads that staff have narrowed the log to, as conditions on the table `lead`: those spelt as was typed, and
 * those that a loose search finds, which are the same ones and others; `null` where no others could be found.
 * `walked` is the part of both that one index has in the log's order; `isMore`: they ask for more than that.
 */
export type LeadConditions = {
  exact: Prisma.Sql
  loose: Prisma.Sql | null
  walked: Prisma.Sql
  isMore: boolean
}

export async function leadConditions(
  prisma: Prisma.TransactionClient,
  filter: LeadFilter,
): Promise<LeadConditions> {
  const { search } = filter
  const { walked, others } = await shownConditions(prisma, filter)
  const isAsked = others.length === 0 ? walked : Prisma.join([walked, ...others], ' AND ')
  if (search.trim() === '') return { exact: isAsked, loose: null, walked, isMore: others.length > 0 }
  const exact = searchTerms(search, 'exact')
  if (exact.length === 0) return { exact: nothing, loose: null, walked: nothing, isMore: false }
  const { names, isOutdated } = await readSearchContext(prisma)
  const conditions = (terms: Term[], spelling: Spelling) => {
    const isFound = Prisma.join(
      terms.map((term) => matches(term, spelling, names)),
      ' AND ',
    )
    return Prisma.sql`${isAsked} AND ${isOutdated ? Prisma.sql`(${isFound} OR ${isFoundUnfolded(search)})` : isFound}`
  }
  const loose = searchTerms(search, 'loose')
  return {
    exact: conditions(exact, 'exact'),
    loose: isLooser(exact, loose) ? conditions(loose, 'loose') : null,
    walked,
    isMore: true,
  }
}

const nothing = Prisma.sql`FALSE`

type Meant = { now: Date; customer: string | null; source: [string, string] | null }

/**
 * What a filter asks besides its words. Ids of ours are looked up before, and days are made moments, so that the planner
 * sees values: days by the clock that leads are received by.
 */
async function shownConditions(
  prisma: Prisma.TransactionClient,
  { status, customer, source, channel, sender, received }: LeadFilter,
): Promise<{ walked: Prisma.Sql; others: Prisma.Sql[] }> {
  // In the order in which they leave little: the first has an index of its own, in the order of the log.
  const asked: Prisma.Sql[] = []
  const others: Prisma.Sql[] = []
  let within = Prisma.empty
  if (customer || source || received) {
    const [meant] = await prisma.$queryRaw<Meant[]>`
      SELECT delivery_clock() AS now,
        (SELECT vitec_id FROM customer WHERE id = ${customer}::uuid) AS customer,
        (SELECT json_build_array(c.vitec_id, s.vitec_id) FROM lead_source s JOIN customer c ON c.id = s.customer_id
          WHERE s.id = ${source}::uuid) AS source`
    const days = meant && receivedDays(received, meant.now)
    // One that has left our list has no leads here.
    if ((customer && !meant?.customer) || (source && !meant?.source)) return { walked: nothing, others: [] }
    if (meant?.customer) asked.push(Prisma.sql`lead.vitec_customer_id = ${meant.customer}`)
    if (meant?.source) {
      const [owner, id] = meant.source
      if (!meant.customer) asked.push(Prisma.sql`lead.vitec_customer_id = ${owner}`)
      others.push(Prisma.sql`lead.vitec_customer_id = ${owner} AND lead.vitec_source_id = ${id}`)
    }
    if (days) {
      within = Prisma.sql` AND lead.received_at >= ${startOfDay(days.from)}
        AND lead.received_at < ${startOfDay(days.until)}`
    }
  }
  if (sender) asked.push(Prisma.sql`lead.actor = ${sender}`)
  if (status.length === 1) asked.push(Prisma.sql`lead.status = ${status[0]}::lead_status`)
  if (status.length > 1) others.push(Prisma.sql`lead.status = ANY(${status}::lead_status[])`)
  if (channel) asked.push(Prisma.sql`lead.channel = ${channel}::lead_channel`)
  const [first = Prisma.sql`TRUE`, ...rest] = asked
  return { walked: Prisma.sql`${first}${within}`, others: [...rest, ...others] }
}

/** Letters that a loose search takes for others, too. */
const ownLetters = /[aåäoö]/

const isLooser = (exact: Term[], loose: Term[]) => {
  const written = JSON.stringify(loose.map(({ ways }) => ways.map((way) => way.map(({ text }) => text))))
  return ownLetters.test(written) || JSON.stringify(exact) !== JSON.stringify(loose)
}

function matches(term: Term, spelling: Spelling, names: CustomerNames): Prisma.Sql {
  const ways = term.ways.map(
    (way) =>
      Prisma.sql`(${Prisma.join(
        way.map((pattern) => isInText(pattern, spelling)),
        ' AND ',
      )})`,
  )
  const isNamedSo = isNamed(names, term, spelling)
  if (isNamedSo) ways.push(Prisma.sql`(${isNamedSo})`)
  if (term.leadId) ways.push(Prisma.sql`lead.id = ${term.leadId}::uuid`)
  return Prisma.sql`(${Prisma.join(ways, ' OR ')})`
}

const classes: Record<string, string> = { a: '[aåä]', å: '[aåä]', ä: '[aåä]', o: '[oö]', ö: '[oö]' }

/** Letters and digits only: nothing in a pattern means anything to LIKE or to a regular expression. */
function isInText({ text, startsWord }: Pattern, spelling: Spelling): Prisma.Sql {
  const sought = startsWord ? ` ${text}` : text
  if (spelling === 'exact' || !ownLetters.test(text))
    return Prisma.sql`lead.search_text LIKE ${`%${sought}%`}`
  const expression = sought.replace(/[aåäoö]/g, (letter) => classes[letter] ?? letter)
  return Prisma.sql`lead.search_text ~ ${expression}`
}

/** As leads are found until their search text is written in its present form. */
function isFoundUnfolded(search: string): Prisma.Sql {
  const isIn = unfoldedTerms(search).map(
    (term) => Prisma.sql`lead.search_text LIKE ${`%${term.replace(/[\\%_]/g, '\\$&')}%`}`,
  )
  return Prisma.sql`(${Prisma.join([Prisma.sql`lead.search_version < 1`, ...isIn], ' AND ')})`
}

/** Names of customers and lead sources, as searches compare them, with Vitec's ids. */
type CustomerNames = {
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
async function readSearchContext(
  prisma: Prisma.TransactionClient,
): Promise<{ names: CustomerNames; isOutdated: boolean }> {
  const [row] = await prisma.$queryRaw<Row[]>`
    SELECT EXISTS (SELECT FROM lead WHERE search_version < 1 AND ${hasPerson}) AS "isOutdated",
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
function isNamed(names: CustomerNames, term: Term, spelling: Spelling): Prisma.Sql | null {
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
  // Those that hold no person any more are found by no words.
  return ways.length === 0 ? null : Prisma.sql`${hasPerson} AND (${Prisma.join(ways, ' OR ')})`
}
