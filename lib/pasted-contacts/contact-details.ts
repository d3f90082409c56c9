import { personFields } from '@/lib/leads/wire-lead'
import type { PastedContact, PastedField } from './pasted-contact'
import { cased, isMailOf } from './person-name'

const aroundMail = /[\s<>()[\]",;:|]+/
const link = /^(?:https?:|www\.)/i

/** Addresses of e-mail in a line. */
export function emailsIn(text: string): string[] {
  return text
    .split(aroundMail)
    .filter((word) => word.includes('@'))
    .map((word) => word.replace(/[.]+$/, ''))
    .filter((word) => personFields.email.safeParse(word).success)
}

/** Starts with a plus or a nought: no sum, no day, no postal code does. */
const phoneNumber = /(?<![\d\p{L}/-])(?:\+|\(?0)[\d ()/.\u2011–-]{5,22}\d/gu
const personalNumber = /^\d{6}[-+]\d{4}$/

/** Phone numbers in a line, as they stand there. */
export function phonesIn(text: string): string[] {
  const words = text.split(' ').filter((word) => !link.test(word))
  return words
    .join(' ')
    .replace(/\btel:/gi, '')
    .split(' / ')
    .flatMap((part) => part.match(phoneNumber) ?? [])
    .filter((found) => !personalNumber.test(found) && personFields.phone.safeParse(found).success)
}

/** A line without its addresses of e-mail, links and phone numbers: what may be a name or an address. */
export function withoutFound(text: string): string {
  const words = text.split(' ').filter((word) => !word.includes('@') && !link.test(word))
  return words
    .join(' ')
    .split(' / ')
    .map((part) => part.replace(phoneNumber, ' '))
    .join(' ')
    .replace(/\([^()]*\)/g, '')
    .replace(/^[\s"'(]+|[\s,:;<>[\]()"']+$/g, '')
}

type FoundPhone = { text: string; isMobile: boolean; isShared?: boolean }

/** The number to call: a mobile before another, a person's own before that of a house. Doubtful where there are two. */
export function choosePhone(found: FoundPhone[]): PastedField | undefined {
  const read = found.flatMap((phone) => {
    const { data } = personFields.phone.safeParse(phone.text)
    return data === undefined
      ? []
      : [{ ...phone, number: data, isMobile: phone.isMobile || /^\+467[02369]/.test(data) }]
  })
  const own = read.filter(({ isShared }) => !isShared)
  const mobiles = own.filter(({ isMobile }) => isMobile)
  const [best, ...others] = mobiles.length > 0 ? mobiles : own.length > 0 ? own : read
  if (!best) return undefined
  const isCertain = others.every((other) => other.number === best.number) && best.isShared !== true
  return { text: best.text, isCertain }
}

const ofHouse =
  /^(?:info|kontakt|contact|hej|hello|office|kontor|kundtjanst|support|sales|noreply|no-reply)@/i

/** The address to write to: that of the name, else the only one. Doubtful where there are two, or it is of a house. */
export function chooseEmail(
  found: string[],
  name: Pick<PastedContact, 'first_name' | 'last_name'> | null,
): PastedField | undefined {
  const different = [...new Set(found)]
  const [first = { text: '' }, last = { text: '' }] = [name?.first_name, name?.last_name]
  const parts = { first: first.text, last: last.text, isCertain: true }
  const own = different.find((email) => isMailOf(email, parts))
  const [best] = own === undefined ? different : [own]
  if (best === undefined) return undefined
  return { text: best, isCertain: (own !== undefined || different.length === 1) && !ofHouse.test(best) }
}

/** A home's address as far as a line has it. `isStreet`: its words are those of a street, whatever stands around it. */
export type PostalAddress = {
  street?: string
  zipCode?: string
  city?: string
  isStreet: boolean
  /** What stands before the street's name may be no part of it: `Säljer Storgatan 12`. */
  isInSentence?: boolean
}

const zipAndCity = /(?:^|[ ,])(?:SE?[- ]?)?([1-9]\d{2} ?\d{2})[ ,]+(\p{L}[\p{L} .'-]*)$/iu
const zipAlone = /^(?:SE?[- ]?)?([1-9]\d{2} ?\d{2})$/i
const numbered = /^(\p{L}[\p{L}.'’: -]*) (\d{1,4} ?[A-Z]?|\d{1,3}-\d{1,3})(?:[ ,]+([^,]*(?:, ?[^,]*)?))?$/iu
const ending =
  /(gatan|gata|vägen|väg|gränd|gränden|stigen|stig|torget|torg|plan|allén|allé|backen|backe|liden|lid|stråket|kajen|leden|slingan|ringen|kroken|gången|brinken|promenaden|esplanaden|platsen|terrassen|strand|strasse|straße|street|road|avenue)$/i
/** A flat, a floor. */
const withinHouse =
  /^(?:lgh\.? ?(?:nr )?\d{1,4}|lägenhet \d{1,4}|(?:\d|\d½) ?tr\.?|vån(?:ing)?\.? ?\d{1,2}|bv|nb|uppg(?:ång)? \p{L})$/iu
/** Words that begin facts, not streets: `Villa 150`, `Byggår 1992`. */
const noStreet =
  /^(villa|tomt|byggår|boarea|biarea|box|lgh|rum|ålder|kl|nr|id|den|ring|postbox|kund|ca|cirka|hus|tel|fax)\b/i

/** Whether a line says where in the house: `Lgh 1101`. */
export const isWithinHouse = (line: string): boolean => withinHouse.test(line)

/** Reads a line as an address: street, postal code and place, or some of them; `null` where it is none. */
export function readPostalAddress(text: string): PostalAddress | null {
  const line = text.replace(/,? (?:sverige|sweden)$/i, '')
  const alone = zipAlone.exec(line)
  if (alone?.[1]) return { zipCode: alone[1], isStreet: false }
  const end = zipAndCity.exec(line)
  if (end?.[1] && end[2]) {
    const before = line.slice(0, end.index).replace(/[, ]+$/, '')
    const city = words(end[2])
    if (before === '') return { zipCode: end[1], city, isStreet: false }
    const street = readStreet(before)
    return street && { ...street, zipCode: end[1], city }
  }
  return readStreet(line) ?? readStreetAndPlace(line)
}

function readStreet(line: string): (PostalAddress & { street: string }) | null {
  const [, name, number, rest = ''] = numbered.exec(line) ?? []
  if (!name || !number || noStreet.test(line)) return null
  if (rest !== '' && !rest.split(/, ?/).every((part) => withinHouse.test(part))) return null
  const [first = '', ...others] = name.split(' ')
  const last = others.at(-1) ?? first
  const isLower = name === name.toLowerCase()
  if (others.length > 3 || (isLower && others.length > 1)) return null
  // In a sentence there are words in small letters.
  if (!isLower && ![first, ...others].every((word) => /^\p{Lu}/u.test(word) || ending.test(word))) return null
  const isStreet = others.length === 0 ? ending.test(last) : isWhole(first, last, others.length)
  const street = `${isLower ? cased(name) : words(name)}${line.slice(name.length)}`
  return { street, isStreet, isInSentence: !isStreet && others.length > 0 && ending.test(last) }
}

/** Whether all words are of the street's name: what may stand before `Storgatan` is part of a sentence too, or a name. */
function isWhole(first: string, last: string, others: number): boolean {
  return (others === 1 && before.test(first) && ending.test(last)) || genitive.test(last)
}

const before =
  /^(?:östra|västra|norra|södra|stora|lilla|gamla|nya|övre|nedre|inre|yttre|sankt|s:t|s:ta|n|s|v|ö)\.?$/i
/** What follows upon the name of a place or a person: `Karin Boyes gata`, `Töre Kyrkväg`. */
const genitive = /(gata|väg|gränd|stig|torg|plats|plan|backe|kaj|strand|allé|park)$/i

/** `Storgatan 12, Stockholm`, `Storgatan 12 i Stockholm`. */
function readStreetAndPlace(line: string): PostalAddress | null {
  const [, before, place] = /^(.*\d ?\p{L}?)(?:, ?| i )(\p{Lu}[\p{L} -]*)[.]?$/u.exec(line) ?? []
  const street = before ? readStreet(before) : null
  return street?.isStreet && place ? { ...street, city: words(place) } : null
}

/** Words as names are written, where all of them are in small letters or in capitals. */
function words(text: string): string {
  const line = text.trim()
  const isMixed = line !== line.toLowerCase() && line !== line.toUpperCase()
  return isMixed ? line : line.split(' ').map(cased).join(' ')
}
