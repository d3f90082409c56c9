/** A user name and a password at Vitec. */
export type Account = { username: string; password: string }

/** RFC 7617, with UTF-8, which Vitec does not say but any other choice would break `å` for sure. */
export function basicAuthorization({ username, password }: Account): string {
  return `Basic ${Buffer.from(`${username}:${password}`, 'utf8').toString('base64')}`
}

/**
 * A way that credentials may be written, each character a byte. `in`: the text that it is looked for in: as it is, with
 * base64's two alphabets made one, or in small letters. `before`, `after`: characters at its sides that have bits of it.
 */
export type CredentialForm = { text: string; in: 'plain' | 'base64' | 'hex'; before: number; after: number }

/** A password of fewer characters is looked for with its user name only: alone it would be found in ordinary words. */
export const shortestAlone = 6

/** What would be found by chance. */
const shortest = { plain: 3, base64: 4, hex: 8 }

const separators = ['', '-', ':', ' ']

/** How user name and password together, and the password alone unless it is short, may be written in an answer. */
export function formsOf({ username, password }: Account): CredentialForm[] {
  const secrets = [`${username}:${password}`, ...([...password].length >= shortestAlone ? [password] : [])]
  const forms = secrets.flatMap((secret) => {
    const wide = Buffer.from(secret, 'utf16le')
    const encodings = [Buffer.from(secret, 'utf8'), wide, Buffer.from(wide).swap16()]
    // What is no Latin-1 would be cut to a byte, and be found where it is not.
    const latin = /^[\0-\xff]*$/.test(secret) ? [Buffer.from(secret, 'latin1')] : []
    return [
      ...plain(secret, [...encodings.slice(0, 1), ...latin]),
      ...[...encodings, ...latin].flatMap((bytes) => [...base64(bytes), ...hex(bytes)]),
    ]
  })
  return forms.filter((form) => form.text.length >= shortest[form.in])
}

/** Text in UTF-16 is found as plain text, between whose characters something was taken out. */
function plain(secret: string, encodings: Buffer[]): CredentialForm[] {
  const texts = encodings.map((bytes) => bytes.toString('latin1'))
  // A form's way of writing a space.
  const asForm = secret.includes(' ') ? texts.map((text) => text.replaceAll(' ', '+')) : []
  return [...texts, ...asForm].map((text) => ({ text, in: 'plain', before: 0, after: 0 }))
}

/** The characters that are the secret's alone, where it begins at each of three places of a longer text. */
function base64(bytes: Buffer): CredentialForm[] {
  return [0, 1, 2].map((offset) => {
    const end = offset + bytes.length
    const text = Buffer.concat([Buffer.alloc(offset), bytes]).toString('base64')
    const [first, last] = [Math.ceil((offset * 4) / 3), Math.floor((end * 4) / 3)]
    return {
      text: text.slice(first, last),
      in: 'base64',
      before: offset === 0 ? 0 : 1,
      // The character that it shares, or what fills up.
      after: end % 3 === 0 ? 0 : 3 - ((end % 3) - 1),
    }
  })
}

function hex(bytes: Buffer): CredentialForm[] {
  const digits = [...bytes].map((byte) => byte.toString(16).padStart(2, '0'))
  return separators.map((separator) => ({ text: digits.join(separator), in: 'hex', before: 0, after: 0 }))
}

/** Where a part of a text that was unescaped stands in the text before. `isWhole`: it was an escape, of whatever length. */
type Part = { at: number; from: number; length: number; isWhole: boolean }

/** A text, each of its characters a byte, and the way back to where its parts came from. */
export type Unescaped = { text: string; origin: (start: number, end: number) => [start: number, end: number] }

/**
 * One level of what answers escape by: percent signs, JSON, HTML, and what UTF-16 and line breaks put between characters.
 * Of named entities those that passwords are likely to have.
 */
const escapes =
  /%([0-9a-f]{2})|\\u([0-9a-f]{4})|\\x([0-9a-f]{2})|\\(["\\/])|&#([0-9]{1,7});|&#x([0-9a-f]{1,6});|&(amp|lt|gt|quot|apos|nbsp|aring|auml|ouml|eacute|uuml);|[\0\r\n]+/gi

const named: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' },
  ...{ aring: 'å', auml: 'ä', ouml: 'ö', eacute: 'é', uuml: 'ü' },
  ...{ Aring: 'Å', Auml: 'Ä', Ouml: 'Ö', Eacute: 'É', Uuml: 'Ü' },
}

/** The text with one level of escapes undone, for looking only; `null` where it has none. Linear. */
export function unescaped(text: string): Unescaped | null {
  const parts: Part[] = []
  const pieces: string[] = []
  let [read, written] = [0, 0]
  const add = (piece: string, length: number, isWhole: boolean) => {
    if (length === 0) return
    parts.push({ at: written, from: read, length, isWhole })
    pieces.push(piece)
    read += length
    written += piece.length
  }
  for (const match of text.matchAll(escapes)) {
    add(text.slice(read, match.index), match.index - read, false)
    add(meaning(match), match[0].length, true)
  }
  if (parts.length === 0) return null
  add(text.slice(read), text.length - read, false)
  const source = (index: number) => sourceOf(parts, index)
  return { text: pieces.join(''), origin: (start, end) => [source(start).from, source(end - 1).to] }
}

/** As bytes of UTF-8, a character each; a percent sign stands for a byte. */
function meaning([, percent, json, byte, quoted, decimal, hex, name]: RegExpExecArray): string {
  const octet = percent ?? byte
  if (octet) return String.fromCharCode(Number.parseInt(octet, 16))
  if (quoted) return quoted
  if (name) return utf8(named[name] ?? named[name.toLowerCase()] ?? '')
  const code = decimal ? Number(decimal) : Number.parseInt(json ?? hex ?? '', 16)
  return Number.isNaN(code) || code > 0x10ffff ? '' : utf8(String.fromCodePoint(code))
}

const utf8 = (text: string) => Buffer.from(text, 'utf8').toString('latin1')

/** The last part that begins at or before an index: empty ones before it have the same beginning. */
function sourceOf(parts: Part[], index: number): { from: number; to: number } {
  let [low, high] = [0, parts.length - 1]
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((parts[middle]?.at ?? 0) <= index) low = middle
    else high = middle - 1
  }
  const part = parts[low] ?? { at: 0, from: 0, length: 0, isWhole: true }
  if (part.isWhole) return { from: part.from, to: part.from + part.length }
  const from = part.from + index - part.at
  return { from, to: from + 1 }
}
