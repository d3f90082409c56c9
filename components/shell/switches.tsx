'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import { SegmentedChoice } from '@/components/ui/segmented-choice'
import { languageCookie, languages, localeOf } from '@/lib/i18n/language'
import { type Theme, themeCookie, themes } from './theme'

/** Swedish or English. What is half filled in on the page stays as it is. */
export function LanguageSwitch() {
  const t = useTranslations('shell')
  const locale = useLocale()
  const router = useRouter()
  return (
    <SegmentedChoice
      label={t('language')}
      options={languages.map((id) => ({ id, name: t(`languages.${id}`), content: id.toUpperCase() }))}
      value={languages.find((language) => localeOf[language] === locale) ?? 'sv'}
      onChange={(language) => {
        remember(languageCookie, language)
        router.refresh()
      }}
    />
  )
}

/** Light, dark, or as the system has it. `initial` is what the page was made with. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const t = useTranslations('shell')
  const [theme, setTheme] = useState(initial)
  return (
    <SegmentedChoice
      label={t('theme')}
      options={themes.map((id) => ({
        id,
        name: t(`themes.${id}`),
        content: <Icon name={id} className="size-3.5" />,
      }))}
      value={theme}
      onChange={(chosen) => {
        setTheme(chosen)
        remember(themeCookie, chosen)
        document.documentElement.dataset.theme = chosen
      }}
    />
  )
}

/** Keeps a choice of this browser for a year, where the server can read it: in a cookie. */
function remember(name: string, value: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers we support
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax`
}
