import { normalForm } from '@/lib/validation/plain-text'

/** Letters of the alphabets of our neighbours that no accent makes, as Swedes read them. */
const neighbours: Record<string, string> = {
  æ: 'ä',
  ø: 'ö',
  œ: 'oe',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
}
const neighbour = new RegExp(`[${Object.keys(neighbours).join('')}]`, 'g')
const accented = /([ao]?)(\p{M}+)/gu
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu

const ring = '\u030A'
const dots = '\u0308'

/**
 * Text as searches compare it: in lower case, without accents (é is e) but for å, ä and ö, which are letters of their
 * own; without what nobody sees. Punctuation and white space are as they were.
 */
export function foldText(text: string): string {
  return normalForm('NFKD', text)
    .toLowerCase()
    .replace(invisible, '')
    .replace(accented, (_, letter: string, marks: string) => ownLetter(letter, marks))
    .replace(neighbour, (letter) => neighbours[letter] ?? letter)
}

function ownLetter(letter: string, marks: string): string {
  if (letter === 'a' && marks.includes(ring)) return 'å'
  if (letter === 'a' && marks.includes(dots)) return 'ä'
  if (letter === 'o' && marks.includes(dots)) return 'ö'
  return letter
}

const withoutOwnLetters: Record<string, string> = { å: 'a', ä: 'a', ö: 'o' }

/** Folded text in which å and ä are a, and ö is o. */
export const foldOwnLetters = (folded: string) =>
  folded.replace(/[åäö]/g, (letter) => withoutOwnLetters[letter] ?? letter)

/** The parts of folded text that are letters or digits. */
export const pieces = (folded: string): string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? []

const numberAndLetter = /^(\d+)(\p{L}{1,3})$/u

/** `12b` as `12` and `b`, because as many people write `12 B`. Ids are longer, or begin with a letter. */
export function apartFromLetter(word: string): string[] {
  const [, number, letter] = numberAndLetter.exec(word) ?? []
  return number && letter ? [number, letter] : [word]
}

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
