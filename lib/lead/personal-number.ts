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

function isBirthDate(century: string | undefined, birth: string): boolean {
  const day = Number(birth.slice(4))
  const date = birth.slice(0, 4) + String(day > 60 ? day - 60 : day).padStart(2, '0')
  const centuries = century === undefined ? ['18', '19', '20'] : [century]
  return centuries.some((first) => /^(18|19|20)$/.test(first) && exists(first + date))
}

/** `date` is YYYYMMDD. */
function exists(date: string): boolean {
  const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`
  const time = Date.parse(`${iso}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(iso)
}

function isLuhn(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1)
    return total + (product > 9 ? product - 9 : product)
  }, 0)
  return sum % 10 === 0
}
