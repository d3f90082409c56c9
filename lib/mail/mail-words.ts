import { createTranslator } from 'use-intl/core'
import { formats, timeZone } from '@/lib/i18n/formats'
import { type Language, localeOf } from '@/lib/i18n/language'
import en from '@/messages/en.json'
import sv from '@/messages/sv.json'
import type { Mail } from './mail'

const messages: Record<Language, typeof sv> = { sv, en }

export type MailWords = ReturnType<typeof mailTranslator>

/** The words of a mail, which nobody's request decides the language of. */
export function mailTranslator(language: Language) {
  return createTranslator({ locale: localeOf[language], messages: messages[language], formats, timeZone })
}

const [swedish, english] = [mailTranslator('sv'), mailTranslator('en')]

/** A mail in both languages, Swedish first: whose eyes it is for is not known to read only one. */
export function inBothLanguages(
  subject: (t: MailWords) => string,
  part: (t: MailWords) => Mail['parts'][number],
): Mail {
  return { subject: subject(swedish), parts: [part(swedish), part(english)] }
}
