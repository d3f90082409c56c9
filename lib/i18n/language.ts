export const languages = ['sv', 'en'] as const
export type Language = (typeof languages)[number]

/** The locale that decides how dates and numbers look in a language. */
export const localeOf = { sv: 'sv-SE', en: 'en-GB' } as const satisfies Record<Language, string>
export type Locale = (typeof localeOf)[Language]

/** The cookie that remembers which language a person chose. */
export const languageCookie = 'language'

/** Reads a language from untrusted text; `null` when it is not one of ours. */
export function parseLanguage(text: string | undefined): Language | null {
  return languages.find((language) => language === text) ?? null
}

/**
 * The first of our languages that an `Accept-Language` header asks for, by weight; Swedish when it asks
 * for none (RFC 9110, 12.5.4).
 */
export function preferredLanguage(acceptLanguage: string | null): Language {
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';')
      const weight = parameters.find((parameter) => parameter.trim().startsWith('q='))
      return {
        language: parseLanguage(tag.split('-')[0]),
        weight: weight === undefined ? 1 : Number(weight.trim().slice(2)),
      }
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
  return wishes.find(({ language }) => language !== null)?.language ?? 'sv'
}

const swedish = new Intl.Collator('sv', { numeric: true })

/**
 * Whether one name stands before another in a Swedish list (below 0) or behind it: Å, Ä and Ö last, case and accents
 * count only between names that are else the same, and 2 stands before 10. Databases sort by their own locale, or by
 * the bytes.
 */
export function swedishOrder(one: string, other: string): number {
  return swedish.compare(one, other)
}
