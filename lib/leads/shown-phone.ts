/** Area codes of three digits with the 0; 08 has two, every other has four (PTS, the Swedish numbering plan). */
const ofThree = /^(?:1[013689]|2[0136]|3[1356]|4[0246]|54|6[03]|7\d|90(?!0))/

/**
 * A phone number as Swedes write it: `070-123 45 67`, `08-123 456 78`, `0660-123 45`, foreign `+47 22 12 34 56`; what is no
 * E.164 as it is. For eyes alone: the API and Vitec get E.164. It knows no numbering plan but the Swedish area codes, so
 * that no page loads those of the world to show a number.
 * @param phone E.164
 */
export function shownPhone(phone: string): string {
  const [, digits] = /^\+(\d{5,15})$/.exec(phone) ?? []
  if (digits === undefined) return phone
  return digits.startsWith('46') ? swedish(digits.slice(2)) : foreign(digits)
}

function swedish(number: string): string {
  const length = number.startsWith('8') ? 1 : ofThree.test(number) ? 2 : 3
  return `0${number.slice(0, length)}-${grouped(number.slice(length))}`
}

/** In twos from the right, three first where the count is odd; eight of Stockholm's as 3, 3 and 2. */
function grouped(number: string): string {
  if (number.length === 8) return inGroups(number, [3, 3])
  return inGroups(number, number.length % 2 === 1 ? [3] : [])
}

/** Groups of the given lengths, then of two. */
function inGroups(number: string, lengths: readonly number[]): string {
  const groups: string[] = []
  let rest = number
  for (const length of lengths) {
    groups.push(rest.slice(0, length))
    rest = rest.slice(length)
  }
  return [...groups, ...(rest.match(/.{1,2}/g) ?? [])].filter((group) => group !== '').join(' ')
}

/** How our neighbours group their own: the pattern of the number, and its first groups. */
const neighbours = [
  { code: '47', number: /^[49]\d{7}$/, lengths: [3, 2, 3] as const },
  { code: '47', number: /^\d{8}$/, lengths: [] as const },
  { code: '45', number: /^\d{8}$/, lengths: [] as const },
]

/** Country codes of two digits, by the first and the second (ITU-T E.164); 1 and 7 are whole, all others have three. */
const ofTwo = /^(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

function foreign(digits: string): string {
  const length = /^[17]/.test(digits) ? 1 : ofTwo.test(digits) ? 2 : 3
  const [code, number] = [digits.slice(0, length), digits.slice(length)]
  const known = neighbours.find((it) => it.code === code && it.number.test(number))
  // Of other countries in threes, so that it can be read out; a single digit is not left alone at the end.
  const groups = known
    ? inGroups(number, known.lengths)
    : (number.match(/\d{3}(?!\d$)|\d{1,4}/g) ?? []).join(' ')
  return `+${code} ${groups}`
}
