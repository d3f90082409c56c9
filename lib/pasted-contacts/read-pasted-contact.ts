import { personFields } from '@/lib/leads/wire-lead'
import { type Piece, piecesOf } from './block-lines'
import {
  chooseEmail,
  choosePhone,
  emailsIn,
  isWithinHouse,
  phonesIn,
  readPostalAddress,
  withoutFound,
} from './contact-details'
import { type ContactField, longestBlock, type PastedContact } from './pasted-contact'
import { isFirstName, isMailOf, type PersonName, readName } from './person-name'
import { type CardEntry, isCard, readCard } from './vcard'

/**
 * Reads a pasted block (a signature, a note, a row of a table, a card) as one person; `null` where it says too little
 * of one, or something of several. What may be read in two ways is marked as doubtful, what cannot be told is left out.
 */
export function readPastedContact(text: string): PastedContact | null {
  const block = text.slice(0, longestBlock)
  // A line that was cut off could be read as another.
  const whole = text.length > longestBlock ? block.slice(0, Math.max(0, block.lastIndexOf('\n'))) : block
  const contact = isCard(whole) ? fromCard(readCard(whole)) : fromPieces(piecesOf(whole))
  const kinds = new Set(Object.keys(contact).map((field) => kindOf[field as ContactField]))
  return kinds.size > 1 ? contact : null
}

const kindOf: Record<ContactField, string> = {
  ...{ first_name: 'name', last_name: 'name', phone: 'phone', email: 'email' },
  ...{ address: 'street', zip_code: 'place', city: 'place' },
}

function fromCard(entries: CardEntry[] | null): PastedContact {
  const of = (label: CardEntry['label']) =>
    (entries ?? []).filter((entry) => entry.label === label).sort((a, b) => a.rank - b.rank)
  const phones = [...of('mobile'), ...of('phone')].map(({ text, label }) => ({
    text,
    isMobile: label === 'mobile',
  }))
  const [firstName, lastName, whole] = [of('first_name')[0], of('last_name')[0], of('name')[0]]
  const name = firstName ? null : whole && readName(whole.text, true)
  const homes = of('street')
  const isCertain = homes.length < 2 || homes[0]?.rank !== homes[1]?.rank
  const place = (label: 'street' | 'zip_code' | 'city') => {
    const [best] = of(label)
    return best && best.rank === (homes[0] ?? best).rank ? { text: best.text, isCertain } : undefined
  }
  return withoutGaps({
    ...(name && nameFields(name, name.isCertain)),
    ...(firstName && { first_name: { text: firstName.text, isCertain: true } }),
    ...(firstName && lastName && { last_name: { text: lastName.text, isCertain: true } }),
    phone: choosePhone(phones),
    email: chooseEmail(
      of('email')
        .map(({ text }) => text)
        .slice(0, 1),
      null,
    ),
    ...{ address: place('street'), zip_code: place('zip_code'), city: place('city') },
  })
}

function fromPieces(pieces: Piece[] | null): PastedContact {
  if (pieces === null) return {}
  const asked = pieces.filter(({ label }) => label !== 'other')
  const emails = asked.flatMap(({ text }) => emailsIn(text))
  const phones = asked.flatMap(({ text, label }) =>
    phonesIn(text).map((phone) => ({
      text: phone,
      isMobile: label === 'mobile',
      isShared: label === 'switchboard' || label === 'unknown',
    })),
  )
  const rest = asked.map(({ label, text }) => ({ label, text: withoutFound(text) }))
  const name = findName(rest, emails)
  return withoutGaps({
    ...name,
    phone: choosePhone(phones),
    email: chooseEmail(emails, name),
    ...findAddress(rest),
  })
}

type NameFields = Pick<PastedContact, 'first_name' | 'last_name'>

const nameFields = ({ first, last }: PersonName, isCertain: boolean): NameFields => ({
  first_name: { text: first, isCertain },
  ...(last !== '' && { last_name: { text: last, isCertain } }),
})

function findName(pieces: Piece[], emails: string[]): NameFields {
  const labelled = (label: Piece['label']) =>
    pieces.find((piece) => piece.label === label && piece.text !== '')?.text
  const [first, last] = [labelled('first_name'), labelled('last_name')]
  if (first) return nameFields({ first, last: last ?? '', isCertain: true }, true)
  const said = pieces.filter(({ label, text }) => label === 'name' && text !== '')
  const names = (said.length > 0 ? said : pieces.filter(({ label }) => label === null)).flatMap(
    ({ text }) => {
      const name = readName(spokenName(text), said.length > 0)
      return name ? [name] : []
    },
  )
  const different = names.filter(
    (name, index) =>
      !names.some((other, place) => isPartOf(name, other) && (place < index || !isPartOf(other, name))),
  )
  const ofMail = different.find((name) => emails.some((email) => isMailOf(email, name)))
  if (ofMail) {
    // `novak@` may be of Jaroslav Novak and of Novak Jaroslav.
    const isOrdered = isFirstName(ofMail.first) || emails.some((email) => isMailOf(email, ofMail, 'whole'))
    return nameFields(ofMail, ofMail.isCertain && isOrdered)
  }
  const usual = different.filter(({ first }) => isFirstName(first.split(' ')[0] ?? ''))
  const [name] = usual.length > 0 ? usual : different
  if (!name) return {}
  const isOnly = different.length === 1 || (usual.length === 1 && name.last !== '')
  return nameFields(name, name.isCertain && isOnly && (usual.length > 0 || said.length > 0))
}

/** Whether a name is all that another has, or its first part: `Erik` beside `Erik Andersson`. */
const isPartOf = (name: PersonName, other: PersonName): boolean =>
  name !== other && name.first === other.first && (name.last === other.last || name.last === '')

const greeting =
  /^(?:mvh|vh|(?:med )?(?:vänliga?|bästa|varma) hälsning(?:ar)?|hälsningar|(?:best|kind|warm) regards|regards)[,.!]* ?/i
const spoken =
  /(?:^|[ ,])(?:jag heter|mitt namn är|jag är|my name is) ((?:\p{Lu}[\p{L}'’-]*)(?: \p{Lu}[\p{L}'’-]*){0,3})/iu

/** The name that a line speaks of: `Mvh Erik`, `Jag heter Erik Andersson och …`, `Erik Andersson ringde`. */
function spokenName(text: string): string {
  const said = spoken.exec(text)?.[1]
  if (said) return said.split(/ (?=\p{Ll})/u)[0] ?? said
  return text.replace(greeting, '').replace(/ (?:har )?(?:ringde|ringt|mejlade|called|skrev)[.]?$/i, '')
}

function findAddress(pieces: Piece[]): PastedContact {
  const foreign = pieces.some(({ text }) => foreignCountry.test(text))
  const found: PastedContact = {}
  const take = (field: ContactField, text: string | undefined, isCertain: boolean) => {
    const before = found[field]
    if (text !== undefined && (!before || (isCertain && !before.isCertain)))
      found[field] = { text, isCertain }
  }
  for (const [index, { label, text }] of pieces.entries()) {
    const next = pieces[index + 1]
    if (label === 'zip_code' || label === 'city' || label === 'address') {
      const address = readPostalAddress(text)
      if (label === 'city') take('city', address?.city ?? text, true)
      else {
        take('zip_code', address?.zipCode, !foreign)
        take('city', address?.city, true)
        if (label === 'address') take('address', address ? address.street : text, true)
      }
    } else if (label === null) {
      const address = readPostalAddress(spokenAddress(text))
      if (address) {
        const nextHasPlace = next?.label === null && readPostalAddress(next.text)?.zipCode !== undefined
        const hasPlace = nextHasPlace || (address.zipCode !== undefined && isOneWord(address.street))
        const isCertain = address.isStreet || (hasPlace && !address.isInSentence)
        take('address', address.street, isCertain)
        if (!foreign) take('zip_code', address.zipCode, true)
        take('city', address.city, !foreign)
        const isZipAlone = address.zipCode !== undefined && address.city === undefined && !address.street
        if (isZipAlone && next?.label === null && /^\p{L}[\p{L} -]*$/u.test(next.text))
          take('city', next.text, true)
      } else if (found.address && isWithinHouse(text) && !/ (lgh|tr)\b/i.test(found.address.text))
        found.address.text += ` ${text[0]?.toLowerCase()}${text.slice(1)}`
    }
  }
  return found
}

const isOneWord = (street = '') => /^\p{L}+ \d/u.test(street)

const foreignCountry =
  /^(?:norge|norway|danmark|denmark|finland|suomi|tyskland|deutschland|germany|frankrike|france|spanien|spain|españa|usa|united kingdom|england|polen|poland|polska|schweiz|switzerland|österrike|austria|nederländerna|italien|italy)$/i

/** The address that a sentence speaks of: `Vi bor på Ängsvägen 4 i Kiruna.` */
function spokenAddress(text: string): string {
  const said = /(?:bor på|adress(?:en)? är|live at) (\p{Lu}.*)$/u.exec(text)?.[1]
  return said?.split(/ och |[.!]$/)[0] ?? text
}

/** Fields that have text, without those whose text the API would refuse as no such thing. */
function withoutGaps(contact: { [Field in ContactField]?: PastedContact[Field] | undefined }): PastedContact {
  const fields = Object.entries(contact).filter(
    ([field, value]) =>
      value !== undefined &&
      value.text !== '' &&
      personFields[field as ContactField].safeParse(value.text).success,
  )
  // fromEntries forgets which key holds which value; they are the contact's own.
  return Object.fromEntries(fields) as PastedContact
}
