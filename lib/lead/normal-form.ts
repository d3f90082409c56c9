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
