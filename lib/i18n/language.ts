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
