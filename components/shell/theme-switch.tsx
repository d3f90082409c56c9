'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Icon } from '@/components/ui/icon'
import { SegmentedChoice } from '@/components/ui/segmented-choice'
import { remember } from './remember'
import { type Theme, themeCookie, themes } from './theme'

/** Light, dark, or as the system has it. `initial` is what the page was made with. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const words = useTranslations('shell')
  const [theme, setTheme] = useState(initial)
  return (
    <SegmentedChoice
      label={words('theme')}
      options={themes.map((id) => ({
        id,
        name: words(`themes.${id}`),
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
