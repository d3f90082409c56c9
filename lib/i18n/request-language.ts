import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { type Language, languageCookie, parseLanguage } from './language'
import { preferredLanguage } from './preferred-language'

/** The language of the page being made: the one chosen (cookie), else the browser's, else Swedish. */
export const requestLanguage = cache(async (): Promise<Language> => {
  const chosen = parseLanguage((await cookies()).get(languageCookie)?.value)
  return chosen ?? preferredLanguage((await headers()).get('accept-language'))
})
