import { dictionary } from '@zxcvbn-ts/language-common'

let known: ReadonlySet<string> | undefined

/**
 * Whether a text, folded to small letters and digits, is among the 49,000 passwords that are used most, by what
 * services have lost. Takes a twentieth of a second and seven megabytes when it is first asked.
 */
export function isCommonPassword(folded: string): boolean {
  known ??= new Set(dictionary['passwords-common'])
  return known.has(folded)
}
