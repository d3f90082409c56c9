/** U+0085 is a line break to Unicode, but not to `\s`. */
const whiteSpace = /[\s\u0085]+/gu
const forbidden = /[\p{Cc}\p{Cs}\p{Bidi_Control}]/u
const invisible = /^[\s\p{Default_Ignorable_Code_Point}]*$/u

/** Text as it is stored: NFC, trimmed, every run of white space (line breaks too) one space. */
export function tidyText(text: string): string {
  return text.normalize('NFC').replace(whiteSpace, ' ').trim()
}

/** Whether tidied text holds a control or bidi character, or half a surrogate pair. */
export function hasForbiddenCharacter(text: string): boolean {
  return forbidden.test(text)
}

/** Whether there is nothing to see: white space and zero-width characters only. */
export function isBlank(text: string): boolean {
  const tidy = tidyText(text)
  return invisible.test(tidy) && !hasForbiddenCharacter(tidy)
}

/** Text with each character that must not be stored replaced by U+FFFD. */
export function printable(text: string): string {
  return text.replace(new RegExp(forbidden, 'gu'), '\uFFFD')
}
