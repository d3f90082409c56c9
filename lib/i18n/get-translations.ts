import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { createTranslator } from 'use-intl/core'
import en from '@/messages/en.json'
import sv from '@/messages/sv.json'
import { formats, timeZone } from './formats'
import { type Language, languageCookie, localeOf, parseLanguage, preferredLanguage } from './language'

/** The words of a server component or of a page's metadata: `const words = await getTranslations()`. */
export async function getTranslations() {
  const language = await requestLanguage()
  return createTranslator({ locale: localeOf[language], messages: messages[language], formats, timeZone })
}

/** All words of the screens, by language. Swedish decides which there are. */
export const messages: Record<Language, typeof sv> = { sv, en }

/** The language of the page being made: the one chosen (cookie), else the browser's, else Swedish. */
export const requestLanguage = cache(async (): Promise<Language> => {
  const chosen = parseLanguage((await cookies()).get(languageCookie)?.value)
  return chosen ?? preferredLanguage((await headers()).get('accept-language'))
})
