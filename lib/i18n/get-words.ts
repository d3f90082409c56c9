import { createTranslator } from 'use-intl/core'
import { formats, timeZone } from './formats'
import { localeOf } from './language'
import { messages } from './messages'
import { requestLanguage } from './request-language'

/** The words of a server component or of a page's metadata: `const words = await getWords()`. */
export async function getWords() {
  const language = await requestLanguage()
  return createTranslator({ locale: localeOf[language], messages: messages[language], formats, timeZone })
}
