import type { Label } from './block-lines'

/** A line of a card: what it says, under the labels of other blocks. `rank`: the lowest is the one to choose. */
export type CardEntry = { label: Label | 'street'; text: string; rank: number }

export const isCard = (text: string): boolean => /^\s*BEGIN:VCARD/i.test(text)

/** Reads a card of version 2.1, 3.0 or 4.0; `null` where there are several, which are several people. */
export function readCard(text: string): CardEntry[] | null {
  if (text.toUpperCase().split('BEGIN:VCARD').length > 2) return null
  return unfold(text).flatMap(readLine)
}

/** One line for each property: what goes on in the next begins with a blank, in quoted-printable ends with `=`. */
function unfold(text: string): string[] {
  const lines: string[] = []
  for (const line of text.split(/\r\n|\r|\n/)) {
    const last = lines.at(-1)
    if (last !== undefined && /QUOTED-PRINTABLE/i.test(last) && last.endsWith('='))
      lines[lines.length - 1] = last.slice(0, -1) + line
    else if (last !== undefined && /^[ \t]/.test(line)) lines[lines.length - 1] = last + line.slice(1)
    else lines.push(line)
  }
  return lines
}

function readLine(line: string): CardEntry[] {
  const colon = endOfName(line)
  if (colon < 0) return []
  const [named = '', ...params] = line.slice(0, colon).split(';')
  const name = named.slice(named.indexOf('.') + 1).toUpperCase()
  const about = params.join(';').toUpperCase()
  const value = decode(line.slice(colon + 1), about)
  const rank = rankOf(about)
  switch (name) {
    case 'N': {
      const [last = '', first = '', middle = ''] = components(value)
      return [entry('last_name', last), entry('first_name', [first, middle].filter(Boolean).join(' '))].flat()
    }
    case 'FN':
      return entry('name', components(value).join(';'))
    case 'TEL': {
      const number = value.replace(/^tel:/i, '').replace(/;.*$/, '')
      if (about.includes('FAX')) return []
      return entry(/CELL|MOBIL|IPHONE/.test(about) ? 'mobile' : 'phone', number, rank)
    }
    case 'EMAIL':
      return entry('email', value, rank)
    case 'ADR': {
      const [, extended = '', street = '', city = '', , zip = ''] = components(value)
      const whole = [street, extended].filter(Boolean).join(' ')
      return [entry('street', whole, rank), entry('zip_code', zip, rank), entry('city', city, rank)].flat()
    }
    default:
      return []
  }
}

const entry = (label: CardEntry['label'], text: string, rank = 1): CardEntry[] => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line === '' ? [] : [{ label, text: line, rank }]
}

/** The home's before what is preferred, and that before the others; the office's last. */
function rankOf(about: string): number {
  if (about.includes('HOME')) return 0
  if (about.includes('WORK')) return 3
  return about.includes('PREF') ? 1 : 2
}

/** The colon that ends a property's name: the first that is not between quotation marks. */
function endOfName(line: string): number {
  let isQuoted = false
  for (let index = 0; index < line.length; index++) {
    if (line[index] === '"') isQuoted = !isQuoted
    else if (line[index] === ':' && !isQuoted) return index
  }
  return -1
}

/** The parts of a value between semicolons, without its escapes. */
function components(value: string): string[] {
  const parts = ['']
  for (let index = 0; index < value.length; index++) {
    const sign = value[index] ?? ''
    if (sign === '\\') {
      index++
      const escaped = value[index] ?? ''
      parts.push((parts.pop() ?? '') + (/n/i.test(escaped) ? ' ' : escaped))
    } else if (sign === ';') parts.push('')
    else parts.push((parts.pop() ?? '') + sign)
  }
  return parts
}

function decode(value: string, about: string): string {
  if (!about.includes('QUOTED-PRINTABLE')) return value
  const bytes = new Uint8Array(value.length * 3)
  let length = 0
  for (let index = 0; index < value.length; index++) {
    const code = value[index] === '=' ? Number.parseInt(value.slice(index + 1, index + 3), 16) : Number.NaN
    if (Number.isNaN(code)) {
      const { written } = new TextEncoder().encodeInto(value[index] ?? '', bytes.subarray(length))
      length += written
    } else {
      bytes[length++] = code
      index += 2
    }
  }
  const charset = /ISO-8859-1|LATIN|1252/.test(about) ? 'windows-1252' : 'utf-8'
  return new TextDecoder(charset).decode(bytes.subarray(0, length))
}
