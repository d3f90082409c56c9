import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { normalForm } from '@/lib/validation/plain-text'
import type { Lead } from '../lead'

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
 * own; without what cannot be seen. Punctuation and white space are as they were.
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

type Searched = Pick<
  Lead,
  | 'reference'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'address'
  | 'zipCode'
  | 'city'
  | 'vitecCustomerId'
  | 'vitecSourceId'
> & { vitecLeadId: string | null }

/**
 * The form that {@link searchText} has now. A change of it is a new number: leads with a lower one are made anew. What
 * only leads have that came since is no change of theirs.
 */
export const searchVersion = 1

/** What a lead can be found by, for patterns to be looked for in: a space stands before each word. */
export function searchText(lead: Searched): string {
  const { firstName, lastName, email, phone, address, zipCode, city } = lead
  return [firstName, lastName, address, city ?? '']
    .map(nameText)
    .concat(idText(email, false), idText(lead.vitecCustomerId), idText(lead.vitecSourceId))
    .concat(
      idText(lead.reference ?? ''),
      idText(lead.vitecLeadId ?? ''),
      asWords([...phoneForms(phone), placeDigits(address, zipCode, city)]),
    )
    .join('')
}

/**
 * Names as searches compare them. What punctuation joins is one word (`Öberg-Sjöström`, `S:t`), its short parts also
 * stand alone, because short words are only looked for where a word begins. A house's letter is a word.
 */
export function nameText(name: string): string {
  return asWords(foldText(name).split(/\s+/).flatMap(wordsOf))
}

function wordsOf(word: string): string[] {
  const words: string[] = []
  const alone: string[] = []
  for (const piece of pieces(word).flatMap(apartFromLetter)) {
    const last = words.at(-1)
    if (last === undefined || !/\p{L}$/u.test(last) || !/^\p{L}/u.test(piece)) words.push(piece)
    else {
      words[words.length - 1] = last + piece
      if (piece.length < shortest) alone.push(piece)
    }
  }
  return [...words, ...alone]
}

/** An id or an address of e-mail as searches compare it: one word, with its short parts beside it. */
export function idText(id: string, withParts = true): string {
  const parts = pieces(foldText(id))
  const alone = withParts ? parts.slice(1).filter((part) => part.length < shortest) : []
  return asWords([parts.join(''), ...alone])
}

/** Of whom a lead is, as far as another lead of the same person is known by it. */
export type MatchedPerson = Pick<Lead, 'firstName' | 'lastName' | 'email' | 'phone' | 'address'>

/** What two leads of one person have alike, as it is compared; `place`: name and address. `null` where nothing is given. */
export type MatchTexts = Record<'phone' | 'email' | 'place', string | null>

/**
 * Phone as E.164, e-mail in any case, name and address in any spelling: accents, case, punctuation, the order of the names and
 * a space before a house's letter make no difference.
 */
export function matchTexts({ firstName, lastName, email, phone, address }: MatchedPerson): MatchTexts {
  const bare = (text: string) => pieces(foldOwnLetters(foldText(text)))
  const name = bare(`${firstName} ${lastName}`).toSorted().join(' ')
  const street = bare(address).flatMap(apartFromLetter).join(' ')
  return {
    phone: phone || null,
    email: email.toLowerCase() || null,
    place: name && street ? `${name}\n${street}` : null,
  }
}

/** The digits of a number as it is dialled from abroad (`0046…`), and within its country where that is another run. */
function phoneForms(phone: string): string[] {
  const abroad = `00${digitsOf(phone)}`
  const within = digitsOf(parsePhoneNumberFromString(phone)?.formatNational() ?? '')
  return abroad.includes(within) ? [abroad] : [abroad, within]
}

/** The digits of a whole address in a row, as they stand in one that is written in a line. */
const placeDigits = (...parts: (string | null)[]) => parts.map((part) => digitsOf(part ?? '')).join('')

const digitsOf = (text: string) => text.replace(/\D/g, '')
const asWords = (words: string[]) =>
  words
    .filter((word) => word !== '')
    .map((word) => ` ${word}`)
    .join('')
