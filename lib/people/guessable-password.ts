import { dictionary } from '@zxcvbn-ts/language-common'
import { foldOwnLetters, foldText, pieces } from '@/lib/leads/search/search-text'
import type { FieldErrorCode } from '@/lib/validation/field-error'
import { isPattern } from '@/lib/validation/is-pattern'

/** Whose password it is to be. */
export type PasswordOwner = { name: string; email: string }

/** What everybody who attacks this service tries first. */
const ofTheService = ['leadapi', 'lead', 'vitec']
/** A shorter word of a name is in many words that have nothing to do with it. */
const shortestOwnWord = 3
const shortestCommonWord = 4
/** As many characters as NIST asks of any password. */
const enough = 8

/**
 * Why a password of a good length is easy to guess; `null` where nothing says so (NIST SP 800-63B-4, 3.1.1.2). Compared
 * without case, accents, spaces and punctuation. It is
 * - `password_own_name`, `password_service_name`: once the words of its person's name and e-mail address, or of the
 *   service, are taken out, fewer than 8 characters are left, or a pattern;
 * - `password_pattern`: one part again and again, or runs along the alphabet, digits or a keyboard;
 * - `password_common`: one that is used most, also with digits or a pattern before or behind it.
 * @param password of a length that was looked at before
 */
export function guessableAs(password: string, owner: PasswordOwner): FieldErrorCode | null {
  const folded = fold(password)
  if (isLittleBeside(folded, ownWords(owner))) return 'password_own_name'
  if (isLittleBeside(folded, ofTheService)) return 'password_service_name'
  if (isPattern(password) || (folded.length >= enough && isPattern(folded))) return 'password_pattern'
  return isCommon(folded) ? 'password_common' : null
}

const fold = (text: string) => pieces(foldOwnLetters(foldText(text))).join('')

/** Name and address whole, the part of the address before its `@`, and the words of both; the longest first. */
function ownWords({ name, email }: PasswordOwner): string[] {
  const local = email.split('@')[0] ?? ''
  const texts = [
    name,
    email,
    local,
    ...name.split(/\s+/),
    ...pieces(foldText(name)),
    ...pieces(foldText(local)),
  ]
  const words = [...new Set(texts.map(fold))].filter((word) => word.length >= shortestOwnWord)
  return words.sort((one, other) => other.length - one.length)
}

function isLittleBeside(folded: string, words: string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), folded)
  return rest !== folded && (rest.length < enough || isPattern(rest))
}

function isCommon(folded: string): boolean {
  if (isCommonPassword(folded) || isWord(folded.replace(/^\d+|\d+$/g, ''))) return true
  for (let at = 1; at < folded.length; at++) {
    const [head, tail] = [folded.slice(0, at), folded.slice(at)]
    if ((isWord(head) && isPattern(tail)) || (isWord(tail) && isPattern(head))) return true
  }
  return false
}

const isWord = (text: string) => text.length >= shortestCommonWord && isCommonPassword(text)

let known: ReadonlySet<string> | undefined

/**
 * Whether a text, folded to small letters and digits, is among the 49,000 passwords that are used most, by what
 * services have lost. Takes a twentieth of a second and seven megabytes when it is first asked.
 */
function isCommonPassword(folded: string): boolean {
  known ??= new Set(dictionary['passwords-common'])
  return known.has(folded)
}
