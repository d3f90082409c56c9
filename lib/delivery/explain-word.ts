/**
 * What Vitec is known to refuse a lead for, by the words it may use. Its wording is not documented: these are
 * .NET's own sentences and field names, read as loosely as is safe. The first that fits counts.
 */
const knownWords = {
  leadSourceUnknown:
    /no lead ?source|lead ?source\b.*\b(not (exist|found)|unknown|invalid)|personLead\.typeId: (?!.*required)/i,
  nameTooLong: /\b(first|last)name\b.*\b(maximum length|too long)/i,
  phoneTooLong: /\btelephone\b.*\b(maximum length|too long)/i,
  emailTooLong: /\bemail(address2?)?\b.*\b(maximum length|too long)/i,
  addressTooLong: /\b(address|streetAddress|zipCode|city)\b.*\b(maximum length|too long)/i,
  wayToReachMissing: /e-?mail.*\bor\b.*phone.*required/i,
  fieldMissing: /\b(field )?is required\b/i,
  sandboxRefuses: /\bSANDBOX-400\b/,
  tooLarge: /^HTTP 413$/,
  noReason: /^HTTP 4\d\d$/,
} satisfies Record<string, RegExp>

export type KnownWord = keyof typeof knownWords

/**
 * The message that explains a refusal in the reader's language: the key under `vitecWord` in messages/*.json,
 * or `null` where the words are not known. An explanation stands beside Vitec's own words, never in their place.
 */
export function explainWord(word: string): KnownWord | null {
  // Object.entries forgets which keys there are.
  const known = Object.entries(knownWords) as [KnownWord, RegExp][]
  return known.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}
