import { withoutDirection } from '@/lib/validation/plain-text'
import { isFirstName, readName } from './person-name'

/** A piece of a block: what stands in a line, or in a part of one, and what its label calls it. */
export type Piece = { label: Label | 'unknown' | null; text: string }

/** The pieces of a block in their order; `null` where it is a table of several people. */
export function piecesOf(block: string): Piece[] | null {
  const lines = block.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '')
  const rows = lines.map((line) => line.split('\t').map(tidy))
  const [head, row] = rows
  const isHeaded =
    head !== undefined && head.length > 1 && head.filter((cell) => labelOf(cell)).length > head.length / 2
  if (isHeaded && row && head.length >= 3) {
    if (rows.length > 2) return null
    return head.flatMap((cell, index) => labelled(labelOf(cell) ?? 'other', row[index] ?? ''))
  }
  if (rows.filter((cells) => cells.length > 2 && cells.some((cell) => cell.includes('@'))).length > 1)
    return null
  return withValues(rows.flatMap(piecesOfRow))
}

const labelled = (label: Label, text: string): Piece[] => (text === '' ? [] : [{ label, text }])

function piecesOfRow(cells: string[]): Piece[] {
  const [first = '', second, ...more] = cells
  const label = second !== undefined && more.length === 0 ? labelOf(first) : null
  if (label && second) return [{ label, text: second }]
  return withWholeNames(cells).flatMap((cell) =>
    cell
      .split(/ ?[|•·;] ?/)
      .flatMap(splitAtLabels)
      .flatMap((part) => part.split(/ [-–—] (?=\p{L})/u))
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(splitLabel)
      .flatMap(nameFirst),
  )
}

/** A row with the first and the last name in cells of their own has them in one. */
function withWholeNames(cells: string[]): string[] {
  const index = cells.findIndex((cell) => isFirstName(cell))
  const [first, last] = cells.slice(index, index + 2)
  if (index < 0 || cells.length < 3 || !first || !last || !/^\p{Lu}[\p{L}'’-]+$/u.test(last)) return cells
  return cells.toSpliced(index, 2, `${first} ${last}`)
}

/** Parts `Erik Andersson, Storgatan 12, …` behind the name. */
function nameFirst(piece: Piece): Piece[] {
  const comma = piece.label === null ? piece.text.indexOf(', ') : -1
  const name = piece.text.slice(0, Math.max(0, comma))
  if (!name.includes(' ') || readName(name) === null) return [piece]
  return [
    { label: null, text: name },
    { label: null, text: piece.text.slice(comma + 2) },
  ]
}

/** A label alone belongs to what the next line says. */
function withValues(pieces: Piece[]): Piece[] {
  const whole: Piece[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    if (last?.label && last.text === '' && piece.label === null) last.text = piece.text
    else whole.push({ ...piece })
  }
  return whole.filter(({ text }) => text !== '')
}

/** A cell without what marks a list or a quotation, and with single blanks. */
function tidy(cell: string): string {
  const text = withoutDirection(cell)
    .replace(/[\s\u200b\ufeff]+/gu, ' ')
    .trim()
  return text.replace(/^(?:[>*•·–—-]+ ?|\d{1,2}[.)] )/u, '').replace(/^\[(.*)\]$/, '$1')
}

/** What a label says of what stands behind it. `other` is a label of something that nobody asks for. */
export type Label =
  | ('name' | 'first_name' | 'last_name' | 'phone' | 'mobile' | 'switchboard' | 'email')
  | ('address' | 'zip_code' | 'city' | 'other')

const words: Record<Label, string> = {
  name: 'namn,för- och efternamn,fullständigt namn,name,full name,klient,kund,kundnamn,kontakt,kontaktperson,contact,säljare,ägare,från,from',
  first_name: 'förnamn,tilltalsnamn,first name,given name,firstname',
  last_name: 'efternamn,last name,surname,family name,lastname',
  phone:
    'telefon,telefonnummer,telefonnr,tel,tele,tfn,tlf,t,hem,hemtelefon,arbete,direkt,direktnr,direktnummer,nummer,phone,phone number,telephone,home,work,direct,office,p',
  mobile: 'mobil,mobiltelefon,mobilnummer,mobilnr,mob,m,mobile,mobile phone,cell,cell phone,cellphone',
  switchboard: 'växel,vx,switchboard',
  email:
    'e-post,epost,e-postadress,epostadress,e-mail,email,email address,e-mail address,mail,mailadress,mejl,mejladress,e',
  address:
    'adress,adr,bor,bostad,objekt,objektsadress,visningsadress,gatuadress,bostadsadress,hemadress,besöksadress,fastighetsadress,postadress,gata,street,street address,address,home address,property address',
  zip_code: 'postnummer,postnr,zip,zip code,postal code,postcode',
  city: 'ort,postort,stad,city,town',
  other:
    'fax,telefax,till,to,cc,kopia,bcc,ämne,subject,skickat,sent,datum,date,org,org.nr,orgnr,organisationsnummer,personnummer,personnr,pnr,webb,web,hemsida,website,url,företag,bolag,company,titel,title,befattning,id,status,land,country,meddelande,message,typ,ålder',
}

const labels = new Map(
  Object.entries(words).flatMap(([label, all]) =>
    // Object.entries forgets which keys an object has; they are the object's own.
    all.split(',').map((word) => [word, label as Label]),
  ),
)

/** Longer words before a colon are a sentence. */
const longestLabel = 26

/** What a text is a label of, in Swedish or English; `null` where it is none. */
function labelOf(text: string): Label | null {
  if (text.length > longestLabel) return null
  // `Namn*` is required, `Telefon 2` the second.
  const word = text
    .toLowerCase()
    .replace(/[*]| ?\d$/g, '')
    .trim()
  return labels.get(word) ?? labels.get(word.replace(/[.:]$/, '')) ?? null
}

type Labelled = {
  /** `unknown` is a label that is none of ours. */
  label: Label | 'unknown' | null
  text: string
}

const shortLabel = /^(tel|tfn|telefon|mobil|mob|mobile|cell|phone|fax|växel|e-post|epost|mejl|e-?mail)[.]? /i

/** Parts a line into its label and what stands behind it: `Tel. 08-…`, `Namn: …`. */
function splitLabel(line: string): Labelled {
  const whole = labelOf(line)
  if (whole && line.length > 1) return { label: whole, text: '' }
  const colon = line.indexOf(':')
  if (colon > 0 && colon <= longestLabel && !line.startsWith('//', colon + 1)) {
    const before = line.slice(0, colon)
    const text = line.slice(colon + 1).trim()
    const label = labelOf(before)
    if (label) return { label, text }
    if (/^\p{L}[\p{L} .-]+$/u.test(before) && !/^(mailto|tel)$/i.test(before))
      return { label: 'unknown', text }
  }
  const short = shortLabel.exec(line)?.[0]
  if (short) return { label: labelOf(short.trim()) ?? null, text: line.slice(short.length) }
  return { label: null, text: line }
}

const innerLabel =
  /,? (?=(?:tel|tfn|telefon|mobil|mob|mobile|cell|phone|fax|växel|e-post|epost|mejl|mail|e-?mail)[.]?:)/i

/** Parts a line before each further label that it has: `Tel: 08-… Mobil: 070-…`. */
function splitAtLabels(line: string): string[] {
  return line.split(innerLabel)
}
