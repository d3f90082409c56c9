import { tidyCode } from './plain-text'

/** What a field is about, which decides the units that may stand beside its number. */
export type NumberKind = 'count' | 'money' | 'area'

/** Longer than any number with its unit. */
const longest = 60
const number = /^[-\u2212]?(?:\d+(?:[.,]\d*)?|\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*(?:[.,]\d*)?)$/
/** A sign and exactly three digits behind it, so that it may part thousands; 0,500 can only be a half. */
const thousands = /^[-\u2212]?(?!0+[.,])\d+(?:[.,]\d{3})+(?:[.,]\d*)?$/

const perMonth = '(?:\\s*(?:/|per\\s)\\s*m\u00e5n(?:ad)?\\.?)?'
/** How many zeros a unit stands for, by what is written behind the number. */
const units: Record<NumberKind, [written: RegExp, zeros: number][]> = {
  count: [],
  money: [
    [new RegExp(`^(?:kr\\.?|kronor|sek|:-|,-)${perMonth}$`, 'i'), 0],
    [new RegExp(`^(?:tkr|tusen(?:\\s?(?:kr|kronor))?)${perMonth}$`, 'i'), 3],
    [/^(?:m|mn|mkr|mnkr|msek|milj\.?|miljon(?:er)?)(?:\s?(?:kr|kronor|sek))?$/i, 6],
  ],
  area: [
    [/^(?:m\u00b2|m2|kvm|kvadratmeter)\.?$/i, 0],
    [/^(?:ha|hektar)$/i, 4],
  ],
}

/**
 * A number as Swedes type it into a form: `5 500 000` (with any kind of space), `72,5` or `72.5`, `5,5 mkr`, `72 kvm`;
 * `null` if it is none, or if it can be read in more than one way (see {@link numberChoices}).
 * `72,` is 72, because the person may still be typing.
 */
export function parseSwedishNumber(text: string, kind: NumberKind = 'count'): number | null {
  const read = split(text, kind)
  return read === null || thousands.test(read.digits) ? null : numberOf(read.digits, read.zeros)
}

/**
 * What may be meant where a sign is followed by exactly three digits, as a person would type it: `1.200` may be
 * `1 200` or `1,2`. Empty where there is nothing to ask.
 */
export function numberChoices(text: string, kind: NumberKind = 'count'): string[] {
  const read = split(text, kind)
  if (read === null || !thousands.test(read.digits)) return []
  const { digits, zeros } = read
  const whole = digits.replace(/[.,](?=\d{3}(?!\d))/g, '')
  const signs = digits.match(/[.,]/g) ?? []
  const readings = signs.length === 1 ? [whole, digits] : [whole]
  return readings.flatMap((reading) => {
    const value = numberOf(reading, zeros)
    return value === null || value > Number.MAX_SAFE_INTEGER ? [] : grouped(value)
  })
}

/** A number as the form shows it: `5 500 000`, `72,5`. Three decimals get a zero more, or they would be asked about. */
export function grouped(value: number): string {
  const [whole = '', fraction = ''] = String(value).split('.')
  const decimals = fraction.length === 3 ? `${fraction}0` : fraction
  return whole.replace(/\B(?=(\d{3})+$)/g, ' ') + (decimals === '' ? '' : `,${decimals}`)
}

/** The number without spaces, and how many zeros its unit adds. */
function split(text: string, kind: NumberKind): { digits: string; zeros: number } | null {
  if (text.length > longest) return null
  const [, before = '', written = '', after = ''] =
    /^(kr|sek)?\s*([-\u2212]?\d[\d\s.,]*)(.*)$/i.exec(tidyCode(text)) ?? []
  // The sign of `5 500,-` belongs to the unit.
  const isDashed = written.endsWith(',') && after.startsWith('-')
  const digits = (isDashed ? written.slice(0, -1) : written).replace(/\s/g, '')
  const unit = isDashed ? `,${after}` : after
  if (!number.test(digits) || (before !== '' && (kind !== 'money' || unit !== ''))) return null
  if (unit === '') return { digits, zeros: 0 }
  const known = units[kind].find(([form]) => form.test(unit))
  return known ? { digits, zeros: known[1] } : null
}

/** Digit by digit: 1.1 times a million is 1100000.0000000001. */
function numberOf(digits: string, zeros: number): number | null {
  const value = Number(`${digits.replace('\u2212', '-').replace(',', '.')}e${zeros}`)
  return Number.isFinite(value) ? value : null
}
