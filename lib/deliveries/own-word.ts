/**
 * Our own sentences that stand where Vitec's words would, had it said any: in English, as callers of the API get them.
 * `{detail}` is a code or a status. The page says each in its own language: `ownWord` in messages/*.json.
 */
export const ownSentences = {
  no_host: "Vitec's host name was not found ({detail})",
  refused: 'The connection was refused',
  lease_over: 'Not sent: the service, or the connection to Vitec, stood still for too long',
  no_connection_in_time: 'No connection was made in time',
  no_connection: 'No connection could be made ({detail})',
  no_secure_connection: 'No secure connection could be made ({detail})',
  no_answer_in_time: 'The request was sent, but no answer came in time',
  lost_before_answer: 'The request was sent, but the connection was lost before an answer came',
  not_http: 'The request was sent, but the answer was not HTTP ({detail})',
  no_answer: 'The request was sent, but no answer came ({detail})',
  no_id: 'Vitec answered {detail}, but without a readable id',
  interrupted: 'The service stopped while the lead was being sent: it may or may not be in Vitec.',
  no_list: 'Vitec answered {detail}, but without a readable list',
  no_report: 'Vitec answered {detail}, but without a readable report',
  report_too_large: "Vitec's report is larger than we read",
  no_list_path: 'No path for lead sources is configured',
  account_unreadable:
    'The customer’s own Vitec account cannot be read: the key that it was sealed with is missing',
} as const
export type OwnWordCode = keyof typeof ownSentences

/** The sentence of a code, with its detail where it has one. */
export function ownWord(code: OwnWordCode, detail: string | number = ''): string {
  return ownSentences[code].replace('{detail}', String(detail))
}

/** Which of our sentences a word is, and its detail; `null` for what is not ours. */
export function readOwnWord(word: string): { code: OwnWordCode; detail: string } | null {
  // Object.entries forgets which keys there are.
  for (const [code, sentence] of Object.entries(ownSentences) as [OwnWordCode, string][]) {
    const [start = '', end] = sentence.split('{detail}')
    if (end === undefined ? word === start : word.startsWith(start) && word.endsWith(end)) {
      return { code, detail: end === undefined ? '' : word.slice(start.length, word.length - end.length) }
    }
  }
  return null
}

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

type KnownWord = keyof typeof knownWords

/**
 * The message that explains a refusal in the reader's language: the key under `vitecWord` in messages/*.json,
 * or `null` where the words are not known. An explanation stands beside Vitec's own words, never in their place.
 */
export function explainWord(word: string): KnownWord | null {
  // Object.entries forgets which keys there are.
  const known = Object.entries(knownWords) as [KnownWord, RegExp][]
  return known.find(([, pattern]) => pattern.test(word))?.[0] ?? null
}
