'use client'

import type { ComponentType } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useLocale } from 'use-intl'

/**
 * A part that is made of the UI kit, told the page's language: the kit's own words are for screen readers, and it compares
 * texts. It is told where the kit is used, so that a page has nothing of the kit until then.
 * @param Part what is exported under its own name is what this makes of it
 */
export function inPageLanguage<P extends object>(Part: ComponentType<P>): ComponentType<P> {
  return function InPageLanguage(props) {
    const locale = useLocale()
    return (
      <I18nProvider locale={locale}>
        <Part {...props} />
      </I18nProvider>
    )
  }
}
