import { parsePhoneNumberFromString } from 'libphonenumber-js'
import type { Lead } from '../lead'
import { apartFromLetter, foldText, pieces, shortest } from './fold-text'

type Searched = Pick<
  Lead,
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

/** The form that {@link searchText} has now. A change of it is a new number: leads with a lower one are made anew. */
export const searchVersion = 1

/** What a lead can be found by, for patterns to be looked for in: a space stands before each word. */
export function searchText(lead: Searched): string {
  const { firstName, lastName, email, phone, address, zipCode, city } = lead
  return [firstName, lastName, address, city ?? '']
    .map(nameText)
    .concat(idText(email, false), idText(lead.vitecCustomerId), idText(lead.vitecSourceId))
    .concat(
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
