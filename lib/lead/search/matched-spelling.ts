import type { Lead } from '../lead'
import { isIn } from './pattern'
import { searchTerms } from './search-terms'
import { nameText } from './search-text'

/** How a lead spells what was searched for, where that is not as it was typed: `Åsa Öberg` for `asa oberg`. */
export function matchedSpelling(
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
