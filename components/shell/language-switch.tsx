'use client'

import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'use-intl'
import { SegmentedChoice } from '@/components/ui/segmented-choice'
import { languageCookie, languages, localeOf } from '@/lib/i18n/language'
import { remember } from './remember'

/** Swedish or English. What is half filled in on the page stays as it is. */
export function LanguageSwitch() {
  const words = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  return (
    <SegmentedChoice
      label={words('language')}
      options={languages.map((id) => ({ id, name: words(`languages.${id}`), content: id.toUpperCase() }))}
      value={languages.find((language) => localeOf[language] === locale) ?? 'sv'}
      onChange={(language) => {
        remember(languageCookie, language)
        router.refresh()
      }}
    />
  )
}
