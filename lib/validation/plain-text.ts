/** U+0085 is a line break to Unicode, but not to `\s`. */
const whiteSpace = /[\s\u0085]+/gu
const forbidden = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u
const bidi = /\p{Bidi_Control}/gu

const invisible = '(?!\\p{Bidi_Control})\\p{Default_Ignorable_Code_Point}'
const pictograph = '\\p{Extended_Pictographic}(?:\\p{Emoji_Modifier}|\\uFE0F)?'
/** A flag of a region, a keycap, and pictures that are joined into one. What holds them together is theirs. */
const emoji = `\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{1,16}\\u{E007F}|[0-9#*]\\uFE0F\\u20E3|${pictograph}(?:\\u200D${pictograph})*`
const emojiOrInvisible = new RegExp(`(${emoji})|${invisible}`, 'gu')
const blank = new RegExp(`^(?:[\\s\\u0085]|${invisible})*$`, 'u')

/**
 * Text as it is stored: without what cannot be seen (Unicode's default-ignorable characters, but for those that an
 * emoji is made of), NFC, trimmed, every run of white space (line breaks too) one space.
 */
export function tidyText(text: string): string {
  return normalForm('NFC', text.replace(emojiOrInvisible, '$1')).replace(whiteSpace, ' ').trim()
}

/** Text without marks that turn its direction: address books put them round a phone number that is copied. */
export function withoutDirection(text: string): string {
  return text.replace(bidi, '')
}

/** Text that is no prose (a number, a date, an address of e-mail), tidied; its direction is never meant. */
export const tidyCode = (text: string): string => tidyText(withoutDirection(text))

/** A character that must not be stored: `U+202E`, where it stands (the first is 1), and what it is, in English. */
type ForbiddenCharacter = { character: string; position: number; kind: string }

/** The first control or bidi character of tidied text, or half a surrogate pair; `null` where it has none. */
export function forbiddenCharacter(text: string, pattern = forbidden): ForbiddenCharacter | null {
  const at = text.search(pattern)
  if (at < 0) return null
  return characterAt(text, at, kindOf(String.fromCodePoint(text.codePointAt(at) ?? 0)))
}

/** The character that begins at a UTF-16 unit of a text, for the person who is told that it must not be there. */
export function characterAt(text: string, at: number, kind: string): ForbiddenCharacter {
  return {
    character: `U+${(text.codePointAt(at) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    position: [...text.slice(0, at)].length + 1,
    kind,
  }
}

function kindOf(character: string): string {
  if (/\p{Bidi_Control}/u.test(character)) return 'text direction'
  if (/\p{Cs}/u.test(character)) return 'half a surrogate pair'
  return /\p{Cc}/u.test(character) ? 'control' : 'not allowed here'
}

/** Whether there is nothing to see: white space and invisible characters only. */
export function isBlank(text: string): boolean {
  return blank.test(text)
}

/** Text fit to print: each character that must not be stored, and each invisible one, is U+FFFD. */
export function printable(text: string): string {
  return text
    .replace(emojiOrInvisible, (_, kept?: string) => kept ?? '\uFFFD')
    .replace(new RegExp(forbidden, 'gu'), '\uFFFD')
}

/** Words to search for as they are compared with what is stored; what is never stored parts two words. */
export function searchable(text: string): string {
  return tidyText(text.replace(new RegExp(forbidden, 'gu'), ' '))
}

/** No language has more marks on one letter (Unicode's Stream-Safe Text Format, UAX #15, section 13). */
export const mostMarks = 30

const marksTooMany = new RegExp(`(\\p{M}{${mostMarks}})\\p{M}+`, 'gu')

/**
 * Text in one of Unicode's normal forms.
 *
 * What that costs grows with the square of how many marks stand on one letter; more than any language has are left
 * out, so that it grows with the length alone.
 */
export function normalForm(form: 'NFC' | 'NFKC' | 'NFKD', text: string): string {
  return text.replace(marksTooMany, '$1').normalize(form)
}
