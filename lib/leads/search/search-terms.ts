import { tidyText } from '@/lib/validation/plain-text'
import {
  anywhere,
  apartFromLetter,
  foldText,
  type Pattern,
  pieces,
  type Spelling,
  shortest,
  type Term,
} from './search-text'

/** A part of a query; `word`: which of its words it is of. `isLast`: a comma follows, or the like. */
type Atom = { text: string; isNumber: boolean; word: number; isLast: boolean }

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const around = /[<>()[\]{}"“”„«»,;|\\/:]+/u
const separator = /[,;|·•]$/u
const trunkZero = /\(0\)/g
/** What says what follows it, in what is pasted: `Namn: `, and before a number `tel. ` or `mobil `. */
const label = /(?<!\S)(?:\p{L}[\p{L}-]{0,20}:\s+(?=\S)|(?:tel|tfn|telefon|mob|mobil|fax)\.?\s+(?=[\d+(]))/gu

/**
 * What a lead must have to be found by a query, one term for each of its parts, in whatever order: punctuation and
 * kinds of dashes do not count, digits that stand together are one number however they are grouped.
 * None where the query has neither letters nor digits: then nothing is found.
 * @param query of a length that was looked at before
 */
export function searchTerms(query: string, spelling: Spelling): Term[] {
  const words = foldText(query)
    .replace(trunkZero, ' ')
    .replace(/\p{Pd}/gu, '-')
    .replace(label, '')
    .split(/\s+/)
  const whole: Term[] = []
  const atoms: Atom[] = []
  for (const [index, word] of words.entries()) {
    const leadId = uuid.exec(word)?.[0]
    if (leadId) whole.push({ leadId, ways: [[anywhere(leadId.replaceAll('-', ''))]] })
    else if (word.includes('@')) {
      const parts = word.split(around)
      whole.push(...parts.filter((part) => part.includes('@')).flatMap(addressTerm))
      const others = parts.filter((part) => !part.includes('@') && part !== 'mailto')
      atoms.push(...others.flatMap((part) => atomsOf(part, index)))
    } else atoms.push(...atomsOf(word, index))
  }
  const terms = [...whole, ...grouped(atoms).flatMap((group) => groupTerm(group, spelling))]
  return [...new Map(terms.map((term) => [JSON.stringify(term), term])).values()]
}

/** An address of e-mail, or part of one, is found as a whole: its parts are in those of namesakes. */
function addressTerm(address: string): Term[] {
  const text = pieces(address).join('')
  return text === '' ? [] : [{ ways: [[anywhere(text)]] }]
}

function atomsOf(text: string, word: number): Atom[] {
  const isEnd = separator.test(text)
  const parts = pieces(text.replace(/^(?:tel|fax):/, ''))
    .flatMap(withoutCountry)
    .flatMap(apartFromLetter)
  if (parts.length === 0 && isEnd) return [{ text: '', isNumber: false, word, isLast: true }]
  return parts.map((part, index) => ({
    text: part,
    isNumber: /^\d+$/.test(part),
    word,
    isLast: isEnd && index === parts.length - 1,
  }))
}

/** `se11622` as `se` and `11622`. */
const withoutCountry = (piece: string) => /^(se?)(\d{5})$/.exec(piece)?.slice(1) ?? [piece]

/** Atoms that are one number, or one word with punctuation inside. */
function grouped(atoms: Atom[]): Atom[][] {
  const groups: Atom[][] = []
  for (const atom of atoms) {
    const last = groups.at(-1)
    const before = last?.at(-1)
    const belongs =
      before &&
      !before.isLast &&
      before.isNumber === atom.isNumber &&
      (atom.isNumber || before.word === atom.word)
    if (belongs) last?.push(atom)
    else groups.push([atom])
  }
  return groups
    .filter((group, index) => !isCountry(group, groups[index + 1]))
    .filter(([first]) => first?.text !== '')
}

/** Whether it is the S or SE before a Swedish zip code. */
function isCountry(group: Atom[], next: Atom[] | undefined): boolean {
  const [only, ...others] = group
  if (others.length > 0 || (only?.text !== 's' && only?.text !== 'se')) return false
  const [first, second] = next?.map(({ text }) => text.length) ?? []
  return next?.[0]?.isNumber === true && (first === 5 || (first === 3 && second === 2))
}

function groupTerm(group: Atom[], spelling: Spelling): Term[] {
  const texts = group.map(({ text }) => text)
  if (group[0]?.isNumber) return [numberTerm(texts, spelling)]
  const joined = texts.join('')
  if (texts.length === 1) return [{ ways: [[anywhere(joined)], ...partsOf(joined, spelling)] }]
  if (texts.some((text) => text.length >= shortest))
    return texts.map((text) => ({ ways: [[{ text, startsWord: false }], ...partsOf(text, spelling)] }))
  return [{ ways: [[anywhere(joined)], texts.map(anywhere)] }]
}

/** `lgh1101` as `lgh 1101`: only a loose search takes ids apart. */
function partsOf(text: string, spelling: Spelling): Pattern[][] {
  const parts = text.match(/\d+|\D+/g) ?? []
  return spelling === 'loose' && parts.length > 1 ? [parts.map(anywhere)] : []
}

/** More groups are no two numbers that a person wrote. */
const mostGroups = 12

/** Sweden's country code with the trunk zero that goes when it is dialled from abroad. */
const doubledPrefix = /^((?:00)?46)0(?=\d{6})/

/**
 * Digits that stand together, as one number: `070-123 45 67`, `116 24`. In a loose search they may be two, because a
 * phone number and a zip code stand together too.
 */
function numberTerm(groups: string[], spelling: Spelling): Term {
  const ways = [[number(groups)]]
  if (groups.join('').length < shortest && groups.length > 1) ways.push(groups.map(anywhere))
  if (spelling === 'exact' || groups.length > mostGroups) return { ways }
  for (let cut = 1; cut < groups.length; cut++)
    ways.push([number(groups.slice(0, cut)), number(groups.slice(cut))])
  return { ways }
}

const number = (groups: string[]): Pattern => anywhere(groups.join('').replace(doubledPrefix, '$1'))

/** A run of digits that begins as phone numbers do, grouped as people group them. */
const phone = /(?<!\S)\(?[+0][\d\s()/-]*(?!\S)/g
const zipCode = /(?<!\S)([1-9]\d{2}) (\d{2})(?!\S)/g

/**
 * The texts that a lead must all contain whose search text is of the first form: the person's words and the ids as they
 * are stored, in lower case. The words of a query, with phone numbers and zip codes put as they are stored:
 * `070-123 45 67` gives `701234567`, which is in `+46701234567`.
 */
export function unfoldedTerms(query: string): string[] {
  return tidyText(query)
    .toLowerCase()
    .replace(phone, (run) => `${phoneDigits(run)} `)
    .replace(zipCode, '$1$2')
    .split(' ')
    .filter((term) => term !== '')
}

/** The digits that E.164 keeps: no trunk zero, no `00` or `+` in front. */
function phoneDigits(run: string): string {
  const digits = run.replace('(0)', '').replace(/\D/g, '').replace(/^0+/, '')
  return digits === '' ? run : digits
}
