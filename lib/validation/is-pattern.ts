/** What people's fingers run along: the alphabet, digits, the rows of a keyboard and its columns. */
const lines = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiopasdfghjklzxcvbnm',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  'qazwsxedcrfvtgbyhnujmikolp',
]
const reversed = (line: string) => [...line].reverse().join('')

/** Each says whether two characters follow on one another in its way. */
const ways: ((one: string, next: string) => boolean)[] = [
  (one, next) => one === next,
  ...lines.flatMap((line) => [line, reversed(line)]).map(alongLine),
]

function alongLine(line: string) {
  return (one: string, next: string) => line.includes(one + next)
}

/**
 * Whether a text is one pattern: a part of it again and again, or runs along the alphabet, digits or a keyboard,
 * forwards, backwards or on the spot, that take up two characters each on average. Capital letters do not matter.
 * @param text of a length that was looked at before
 */
export function isPattern(text: string): boolean {
  const characters = [...text.toLowerCase()]
  return isRepeated(characters) || runs(characters) * 2 <= characters.length
}

/** Whether all of it is one part of it, twice or more; what comes last need not be whole. */
function isRepeated(characters: string[]): boolean {
  const longest = Math.floor(characters.length / 2)
  for (let length = 1; length <= longest; length++)
    if (characters.every((character, at) => at < length || character === characters[at - length])) return true
  return false
}

/** Into how few runs a text can be cut; a character of its own is one. */
function runs(characters: string[]): number {
  let count = 0
  for (let at = 0; at < characters.length; count++) at = Math.max(...ways.map((way) => endOf(way, at)))
  return count

  function endOf(way: (typeof ways)[number], start: number): number {
    let end = start + 1
    while (end < characters.length && way(characters[end - 1] ?? '', characters[end] ?? '')) end++
    return end
  }
}
