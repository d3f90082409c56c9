import { cased } from './person-name'

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
export function readAddress(text: string): PostalAddress | null {
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
