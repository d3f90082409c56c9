import { hasPerson, isNoTest, isTest } from '@/lib/db/conditions'
import { Prisma } from '@/lib/db/generated/client'
import { type LeadChannel, type LeadStatus, leadChannels, leadStatuses } from '@/lib/leads/lead'
import { type LeadFilter, receivedDays } from '@/lib/leads/log-filter'
import { searchTerms, unfoldedTerms } from '@/lib/leads/search/search-terms'
import { isIn, type Pattern, type Spelling, type Term } from '@/lib/leads/search/search-text'
import { startOfDay } from '@/lib/time/stockholm-time'
import { type CustomerNames, type FilterContext, likeOf, readFilterContext } from './filter-context'

/**
 * The leads that staff have narrowed the log to, as conditions on the table `lead`: those spelt as was typed, and
 * those that a loose search finds, which are the same ones and others; `null` where no others could be found.
 * `walked` is the part of both that one index has in the log's order; `isMore`: they ask for more than that, of what the
 * planner knows nothing of. `isNamed`: among that are names of customers and lead sources. `isPlannedOnce`: how they are best
 * found is the same whatever stands in them.
 */
export type LeadConditions = {
  exact: Prisma.Sql
  loose: Prisma.Sql | null
  walked: Prisma.Sql
  isMore: boolean
  isNamed: boolean
  isPlannedOnce: boolean
}

/** {@link LeadConditions} in whatever transaction the leads are read. */
export async function leadConditions(
  prisma: Prisma.TransactionClient,
  filter: LeadFilter,
): Promise<LeadConditions> {
  return conditionsOf(filter, await readFilterContext(prisma, filter))
}

/** {@link LeadConditions} by what was read for them. @param areCommon its words are: the planner is not to take them for rare */
export function conditionsOf(filter: LeadFilter, context: FilterContext, areCommon = false): LeadConditions {
  const { names, isOutdated } = context
  const { search } = filter
  const { walked, others } = shownConditions(filter, context.now)
  // Beside what narrows, and not among it: nearly all leads are none of a test key, and are found as if nobody had asked.
  const isAsked = Prisma.join([walked, ...others, ...(filter.tests === null ? [isNoTest] : [])], ' AND ')
  const isOfCustomer = filter.customer !== null || filter.source !== null
  const isMore = isOfCustomer && others.length > 0
  // Of senders the planner knows who is rare: it has to see which one it is, where there is something to choose.
  const isPlannedOnce = filter.sender === null || isOfCustomer || others.length === 0
  const plain = { loose: null, walked, isMore, isNamed: false, isPlannedOnce }
  if (search.trim() === '') return { ...plain, exact: isAsked }
  const exact = searchTerms(search, 'exact')
  if (exact.length === 0) return { ...plain, exact: nothing, walked: nothing, isMore: false }
  const conditions = (terms: Term[], spelling: Spelling) => {
    const isFound = Prisma.join(
      terms.map((term) => matches(term, spelling, { names, areCommon })),
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
    isNamed: exact.some((term) => isNamed(names, term, 'exact') !== null),
    isPlannedOnce: isPlannedOnce && !isOutdated && exact.every(isOneWord),
  }
}

const nothing = Prisma.sql`FALSE`

/** Whether a term can be found in one way only, as most are. */
const isOneWord = ({ ways, leadId }: Term) => ways.length === 1 && ways[0]?.length === 1 && !leadId

/** What few leads are: the index `lead_apart_of_customer` has a customer's of these alone. */
const apart: LeadStatus[] = ['rejected', 'unknown', 'failed', 'cancelled']

/**
 * What a filter asks besides its words: `walked` is what one index has in the log's order. Days are made moments, so that the
 * planner sees values; ids of ours are looked up in the statement itself: one that has left our list has no leads here.
 */
function shownConditions(
  { status, customer, source, channel, sender, received, tests }: LeadFilter,
  now: Date,
): { walked: Prisma.Sql; others: Prisma.Sql[] } {
  // In the order in which they leave little.
  const asked: Prisma.Sql[] = []
  const others: Prisma.Sql[] = []
  if (tests === 'only') asked.push(isTest)
  if (customer) {
    const isCustomers = Prisma.sql`lead.vitec_customer_id = (SELECT vitec_id FROM customer WHERE id = ${customer}::uuid)`
    const isApart = status.length > 0 && status.every((one) => apart.includes(one))
    asked.push(isApart ? Prisma.sql`${isCustomers} AND ${hasStatus(status)}` : isCustomers)
    if (!isApart && status.length > 0) others.push(hasStatus(status))
  }
  if (source) {
    const isOwners = Prisma.sql`lead.vitec_customer_id = (
      SELECT c.vitec_id FROM lead_source s JOIN customer c ON c.id = s.customer_id WHERE s.id = ${source}::uuid)`
    asked.push(isOwners)
    others.push(
      Prisma.sql`lead.vitec_source_id = (SELECT vitec_id FROM lead_source WHERE id = ${source}::uuid)`,
    )
  }
  if (sender) asked.push(Prisma.sql`lead.actor = ${sender}`)
  if (!customer && status.length > 0) asked.push(hasStatus(status))
  if (channel) asked.push(cameBy(channel))
  const [first = Prisma.sql`TRUE`, ...rest] = asked
  return { walked: Prisma.sql`${first}${within(received, now)}`, others: [...rest, ...others] }
}

/** As words of the statement, of which there are few: so the planner knows which are rare, also where it plans but once. */
function hasStatus(some: LeadStatus[]): Prisma.Sql {
  const words = leadStatuses.filter((status) => some.includes(status)).map((status) => `'${status}'`)
  return Prisma.raw(words.length === 1 ? `lead.status = ${words}` : `lead.status IN (${words})`)
}

const cameBy = (channel: LeadChannel) =>
  Prisma.raw(`lead.channel = '${leadChannels.find((one) => one === channel)}'`)

function within(received: LeadFilter['received'], now: Date): Prisma.Sql {
  const days = receivedDays(received, now)
  return days
    ? Prisma.sql` AND lead.received_at >= ${startOfDay(days.from)} AND lead.received_at < ${startOfDay(days.until)}`
    : Prisma.empty
}

/** Letters that a loose search takes for others, too. */
const ownLetters = /[aåäoö]/

const isLooser = (exact: Term[], loose: Term[]) => {
  const written = JSON.stringify(loose.map(({ ways }) => ways.map((way) => way.map(({ text }) => text))))
  return ownLetters.test(written) || JSON.stringify(exact) !== JSON.stringify(loose)
}

type Known = { names: CustomerNames; areCommon: boolean }

function matches(term: Term, spelling: Spelling, { names, areCommon }: Known): Prisma.Sql {
  const ways = term.ways.map(
    (way) =>
      Prisma.sql`(${Prisma.join(
        way.map((pattern) => isInText(pattern, spelling, areCommon)),
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
function isInText({ text, startsWord }: Pattern, spelling: Spelling, areCommon: boolean): Prisma.Sql {
  if (spelling === 'exact' || !ownLetters.test(text)) {
    const pattern = likeOf({ text, startsWord })
    // Of a pattern that it does not see it thinks that one in two hundred leads has it: of two letters it thinks that most have.
    return areCommon || startsWord
      ? Prisma.sql`lead.search_text LIKE (SELECT ${pattern}::text)`
      : Prisma.sql`lead.search_text LIKE ${pattern}`
  }
  const sought = startsWord ? ` ${text}` : text
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
