import { isCalendarDate } from './calendar-date'

const centuries = ['18', '19', '20']
const dashes = '[-+\\u2010-\\u2015\\u2212]'
const candidates = new RegExp(
  `(?<!\\d)(?:(\\d{2})?(\\d{6})${dashes}(\\d{4})|(\\d{2})(\\d{6})(\\d{4}))(?!\\d)`,
  'gu',
)

/**
 * Whether a text holds a Swedish personal or coordination number: ten or twelve digits with a hyphen or
 * plus, or twelve digits; a date that exists (a coordination number has 60 added to the day) and a right
 * check digit, by Skatteverket's SKV 704.
 */
export function hasPersonalNumber(text: string): boolean {
  return [...text.matchAll(candidates)].some((match) => {
    const century = match[1] ?? match[4]
    const birth = match[2] ?? match[5] ?? ''
    const serial = match[3] ?? match[6] ?? ''
    return isBirthDate(century, birth) && isLuhn(birth + serial)
  })
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
