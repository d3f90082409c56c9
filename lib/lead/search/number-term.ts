import { anywhere, type Pattern, type Spelling, shortest, type Term } from './pattern'

/** More groups are no two numbers that somebody wrote. */
const mostGroups = 12

/** Sweden's country code with the trunk zero that goes when it is dialled from abroad. */
const doubledPrefix = /^((?:00)?46)0(?=\d{6})/

/**
 * Digits that stand together, as one number: `070-123 45 67`, `116 24`. In a loose search they may be two, because a
 * phone number and a zip code stand together too.
 */
export function numberTerm(groups: string[], spelling: Spelling): Term {
  const ways = [[number(groups)]]
  if (groups.join('').length < shortest && groups.length > 1) ways.push(groups.map(anywhere))
  if (spelling === 'exact' || groups.length > mostGroups) return { ways }
  for (let cut = 1; cut < groups.length; cut++)
    ways.push([number(groups.slice(0, cut)), number(groups.slice(cut))])
  return { ways }
}

const number = (groups: string[]): Pattern => anywhere(groups.join('').replace(doubledPrefix, '$1'))
