import { normalForm } from '@/lib/validation/plain-text'

/** A name in its parts; `isCertain` is false where a word may belong to either. */
export type PersonName = { first: string; last: string; isCertain: boolean }

const common =
  'adam agneta ahmed albin alexander alexandra ali alice alva amanda amir anders andreas andré anette anita ann anna anne annika anton arvid asta astrid axel barbro berit bertil birgitta björn bo britt camilla carina carl caroline cecilia charlotte christer christian christina daniel david ebba edvin elias elin elisabeth ella ellen elsa emil emilia emma eric erik erika ester eva fatima felix filip fredrik frida gabriel george gun gunilla gunnar gustav göran hanna hannes hans harry hassan hedvig helen helena henrik hjördis hugo håkan ida inga ingela inger ingrid isabelle jakob jan jenny jens jessica johan johanna john jonas josef josefin julia kaj karin karl karolina kenneth kent kerstin kevin kjell klara klas kristina kurt lars leif lena lennart leo liam lina linda linnéa linus lisa lotta louise lovisa lucas ludvig magnus maja maj malin marcus margareta maria marianne marie markus martin mats matilda mattias max melker mia michael mikael mohamed mona monica mustafa märta niklas nils nina noah nora ola olav ole olle olof oscar oskar otto patrik per peter petra pia pontus rasmus rebecka richard rickard robert robin roger roland rolf ronja rune samuel sandra sara sebastian signe simon siv sofia sofie staffan stefan stella sten stig stina sture susanne sven svante sara therese thomas tobias tomas tommy torbjörn tove tuva ulf ulla ulrika urban vera victor victoria vidar viktor vilhelm wilma yasmin ylva yvonne åke åsa örjan'
const firstNames = new Set(common.split(' '))

/** Whether a word, or the first half of a double one, is among the most usual first names in Sweden. */
export function isFirstName(word: string): boolean {
  const [first = ''] = word.toLowerCase().split('-')
  return firstNames.has(first)
}

const particles = new Set('von af av de la da di del van der den el al bin ben le'.split(' '))

/** Names of firms, titles, greetings and homes: with one of these a line is no name. */
const otherWords = new Set(
  (
    'ab hb kb aktiebolag inc ltd gmbh brf kommun region stiftelsen förening föreningen bank advokat advokatbyrå byrå ' +
    'fastighetsbyrå fastighetsmäklare mäklare mäklarna säljare sälj projektledare vd ceo cfo cto chef konsult ingenjör ekonom jurist ' +
    'handläggare assistent sales manager director head engineer account key senior junior marketing office customer service team ' +
    'kundtjänst support lärare läkare sjuksköterska arkitekt hej hejsan hi hello dear tack thanks thank med vänlig vänliga hälsning hälsningar ' +
    'mvh vh best kind warm regards bästa allt gott trevlig helg skickat från min sent from iphone android visa på karta ny nytt nya vill ring ' +
    'villa radhus kedjehus parhus lägenhet bostadsrätt hus tomt rum boarea biarea byggår äganderätt lead kund telefon mobil adress namn ' +
    'sverige sweden stockholm göteborg malmö uppsala jag vi du och som har att är det den en ett för till'
  ).split(' '),
)

const nameWord = /^\p{L}[\p{L}'’.-]*$/u
const firmEnding = /(bolaget|byrån|firman|förvaltning|mäklarna|gatan|vägen|gränd|torget|stigen)$/i

/**
 * Reads a line as the name of a person: one to four words of letters. `null` where it is none. `isSure`: it stands behind
 * a label that says so, and may then be of any words.
 */
export function readName(text: string, isSure = false): PersonName | null {
  const line = text.replace(/^(?:herr|fru|fröken|hr|mr|mrs|ms|dr)\.? /i, '').replace(/,? \d{1,3} år$/, '')
  const inverted = /^([^,]+), ?([^,]+)$/.exec(line)
  if (inverted) return readInverted(inverted[1] ?? '', inverted[2] ?? '', isSure)
  const words = line.split(' ')
  if (words.length > (isSure ? 6 : 4) || !words.every((word) => nameWord.test(word))) return null
  const isNamed = words.every((word) => /^\p{Lu}/u.test(word) || particles.has(word))
  if (!isSure) {
    if (words.some((word) => otherWords.has(word.toLowerCase()) || firmEnding.test(word))) return null
    const [first = ''] = words
    if (!isFirstName(first) && (words.length === 1 || !isNamed)) return null
    if (!isNamed && words.length > 2) return null
  }
  return splitName(words.map(cased))
}

/** `Andersson, Erik`. What else has a comma (`Erik Andersson, VD`) is read up to there. */
function readInverted(left: string, right: string, isSure: boolean): PersonName | null {
  const [last, first] = [readWords(left), readWords(right)]
  const isTurned = first?.length === 1 && last?.length === 1 && !isFirstName(last[0] ?? '')
  if (!isTurned || otherWords.has(right.toLowerCase())) return readName(left, isSure)
  const name = { first: cased(first[0] ?? ''), last: cased(last[0] ?? '') }
  return { ...name, isCertain: isFirstName(name.first) }
}

function readWords(text: string): string[] | null {
  const words = text.trim().split(' ')
  return words.every((word) => nameWord.test(word)) ? words : null
}

function splitName(words: string[]): PersonName {
  const [first = '', ...others] = words
  if (others.length === 0) return { first, last: '', isCertain: true }
  // `Ek Bo`, as in a directory; or a first name that is not among the usual.
  if (!isFirstName(first) && others.every(isFirstName))
    return { first: others.join(' '), last: first, isCertain: false }
  let isCertain = true
  let from = others.findIndex((word) => particles.has(word.toLowerCase()))
  if (from < 0) {
    from = others.length - 1
    for (const [index, word] of others.slice(0, -1).entries()) {
      if (isFirstName(word)) continue
      isCertain = /sson$/i.test(word)
      if (isCertain) from = index
      break
    }
  }
  return { first: [first, ...others.slice(0, from)].join(' '), last: others.slice(from).join(' '), isCertain }
}

/** A word as names are written, where all of it is in small letters or in capitals. */
export function cased(word: string): string {
  const isLower = word === word.toLowerCase()
  if (isLower && particles.has(word)) return word
  if (!isLower && (word !== word.toUpperCase() || word.length < 2)) return word
  return word
    .toLowerCase()
    .replace(/(^|[-'’])(\p{L})/gu, (_, before, letter) => before + letter.toUpperCase())
}

/**
 * Whether an address of e-mail is of that name: `erik.andersson@`, and where its `part` is enough `erik@`,
 * `e.andersson@`.
 */
export function isMailOf(
  email: string,
  { first, last }: PersonName,
  how: 'part' | 'whole' = 'part',
): boolean {
  const parts = (email.split('@')[0] ?? '').split(/[._+-]/).map(plain)
  const local = parts.join('')
  const [given, family] = [plain(first.split(' ')[0] ?? ''), plain(last)]
  if (given === '') return false
  if (family !== '' && local.startsWith(given) && local.includes(family, given.length)) return true
  return how === 'part' && (parts[0] === given || (family.length > 2 && local.includes(family)))
}

/** Small letters and figures alone: `Åsa`, `O’Brien` → `asa`, `obrien`. */
function plain(text: string): string {
  return normalForm('NFKD', text.toLowerCase()).replace(/[^a-z0-9]/g, '')
}
