import type { LeadFilter } from '@/lib/lead/lead-view'
import type { Pattern, Spelling, Term } from '@/lib/lead/search/pattern'
import { searchTerms } from '@/lib/lead/search/search-terms'
import { unfoldedTerms } from '@/lib/lead/search/unfolded-terms'
import { Prisma } from '../generated/client'
import { type CustomerNames, isNamed, readSearchContext } from './customer-names'

/**
 * The leads that staff have narrowed the log to, as conditions on the table `lead`: those spelt as was typed, and
 * those that a loose search finds, which are the same ones and others; `null` where no others could be found.
 */
export type LeadConditions = { exact: Prisma.Sql; loose: Prisma.Sql | null }

export async function leadConditions(
  prisma: Prisma.TransactionClient,
  { search, status }: LeadFilter,
): Promise<LeadConditions> {
  const isStatus = status ? Prisma.sql`lead.status = ${status}::lead_status` : Prisma.sql`TRUE`
  if (search.trim() === '') return { exact: isStatus, loose: null }
  const exact = searchTerms(search, 'exact')
  if (exact.length === 0) return { exact: Prisma.sql`FALSE`, loose: null }
  const { names, isOutdated } = await readSearchContext(prisma)
  const conditions = (terms: Term[], spelling: Spelling) => {
    const isFound = Prisma.join(
      terms.map((term) => matches(term, spelling, names)),
      ' AND ',
    )
    return Prisma.sql`${isStatus} AND ${isOutdated ? Prisma.sql`(${isFound} OR ${isFoundUnfolded(search)})` : isFound}`
  }
  const loose = searchTerms(search, 'loose')
  return {
    exact: conditions(exact, 'exact'),
    loose: isLooser(exact, loose) ? conditions(loose, 'loose') : null,
  }
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
