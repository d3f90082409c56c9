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
