import { foldOwnLetters } from './fold-text'

/** Letters and digits to be found in a search text; `startsWord`: where one of its words begins. */
export type Pattern = { text: string; startsWord: boolean }

/** What must be found of one part of a query: all patterns of one of its ways; or the lead with this id. */
export type Term = { ways: Pattern[][]; leadId?: string }

/**
 * `exact`: å, ä and ö are themselves. `loose`: they are a, a and o, and digits may be of two numbers.
 * An exact search is made first; a loose one where it finds nothing.
 */
export const spellings = ['exact', 'loose'] as const
export type Spelling = (typeof spellings)[number]

/** The index knows texts by three letters in a row; a shorter one is found by the space before it. */
export const shortest = 3

/** `text` anywhere, unless it is too short for that. */
export const anywhere = (text: string): Pattern => ({ text, startsWord: text.length < shortest })

/** Whether what a term asks for is in a search text. */
export function isIn(searchText: string, term: Term, spelling: Spelling): boolean {
  const fold = spelling === 'loose' ? foldOwnLetters : (text: string) => text
  const folded = fold(searchText)
  return term.ways.some((way) =>
    way.every(({ text, startsWord }) => folded.includes((startsWord ? ' ' : '') + fold(text))),
  )
}
