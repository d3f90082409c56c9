import { isCalendarDate } from '@/lib/time/stockholm-time'
import { normalForm, tidyText } from './plain-text'

const centuries = ['18', '19', '20']
/** Every dash there is, the minus sign and its kin, what stands in for one, and the plus of those over a hundred. */
const dash = '[\\p{Pd}\\u2212\\u02D7\\u2043\\u2796+_/]{1,3}'
const parted = ` ?${dash} ?`
/** Between the parts of a date. */
const partOfDate = `(?:${parted}|[ .])`
/** Behind a date and a dash may stand a second date: `2026-03-01 - 2026-03-15`. */
const serial = '(?!(?:19|20)\\d{2}[-.\\/ ]\\d{2}(?!\\d))(\\d{4})(?!\\d)'
/** A day on which no seller of a home was born: behind it and a space may stand a time, `2026-03-01 1430`. */
const afterRecentDate = '(?<=20[2-9]\\d\\D{0,3}\\d{2}\\D{0,3}\\d{2})'
const spacedSerial = `(?!${afterRecentDate} [0-2]\\d(?:00|15|30|45)(?!\\d)) ?${serial}`
/** Looked ahead for, so that what looks like one does not hide one that begins inside it. */
const candidates = [
  // 850709-9805, 19850709 - 9805
  `(?<!\\d)(?=(\\d{2})?(\\d{6})${parted}${serial})`,
  // 198507099805, 19850709 9805. Behind a plus it is a phone number of abroad.
  `(?<![\\d+])(?=(\\d{2})(\\d{6})${spacedSerial})`,
  // 1985-07-09-9805, 85 07 09-9805, 1985.07.09-9805
  `(?<!\\d)(?=(\\d{2})?(\\d{2}${partOfDate}\\d{2}${partOfDate}\\d{2})${parted}${serial})`,
  // 1985-07-09 9805, 1985 07 09 9805
  `(?<!\\d)(?=(\\d{2})(\\d{2}${partOfDate}\\d{2}${partOfDate}\\d{2})${spacedSerial})`,
].map((form) => new RegExp(form, 'gu'))
const arabicDigit = /[\u0660-\u0669\u06F0-\u06F9]/g

/**
 * Whether a text holds a Swedish personal or coordination number: ten or twelve digits with a hyphen or plus before
 * the last four, with or without spaces round it and signs within the date, or twelve digits; a date that exists (a
 * coordination number has 60 added to the day) and a right check digit, by Skatteverket's SKV 704.
 *
 * Ten digits without a hyphen may be a phone number, and are left alone.
 */
export function hasPersonalNumber(text: string): boolean {
  // NFKC turns full-width digits and signs into plain ones.
  const plain = normalForm('NFKC', tidyText(text)).replace(arabicDigit, (digit) =>
    String(digit.charCodeAt(0) % 16),
  )
  return candidates.some((form) => [...plain.matchAll(form)].some(isPersonalNumber))
}

function isPersonalNumber([, century, date = '', serial = '']: RegExpMatchArray): boolean {
  const birth = date.replace(/\D/g, '')
  return isBirthDate(century, birth) && isLuhn(birth + serial)
}

/** `birth` is YYMMDD. */
function isBirthDate(century: string | undefined, birth: string): boolean {
  const day = Number(birth.slice(4))
  const dayOfBirth = String(day > 60 ? day - 60 : day).padStart(2, '0')
  const date = `${birth.slice(0, 2)}-${birth.slice(2, 4)}-${dayOfBirth}`
  const possible = century === undefined ? centuries : centuries.filter((each) => each === century)
  return possible.some((each) => isCalendarDate(each + date))
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}
