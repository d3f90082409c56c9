const explanations = [
  { names: /\btypeId\b/i, explanation: 'leadSource' },
  { names: /\b(firstName|lastName)\b/i, explanation: 'name' },
  { names: /\bemail/i, explanation: 'email' },
  { names: /\btelephone\b/i, explanation: 'phone' },
  { names: /\b(streetAddress|zipCode|city)\b/i, explanation: 'address' },
] as const

/** What Vitec objects to, where its words tell. */
export type WordExplanation = (typeof explanations)[number]['explanation']

/**
 * What a refusal of Vitec's is about, or `null` where its words are not known. It writes in English, for
 * programmers, and names a field as in `personLead.typeId: …`.
 */
export function explainWord(word: string): WordExplanation | null {
  return explanations.find(({ names }) => names.test(word))?.explanation ?? null
}
