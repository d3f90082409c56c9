'use client'

import { useTranslations } from 'use-intl'
import { testing } from '@/lib/environments/environment'

/** Says of a lead that it is a test: by a word in a frame, which every theme and the reader's own colours have. */
function TestMark() {
  const t = useTranslations('leads')
  return (
    <span className="inline-block rounded-sm border border-current px-1 align-middle text-[0.6875rem] leading-4 font-semibold tracking-wide whitespace-nowrap text-soft">
      <span translate="no">TEST</span>
      <span className="sr-only">{t('testMark')}</span>
    </span>
  )
}

/** The mark, with room behind it, on a lead that a test key handed in: before its name, of which there may be no room for the end. */
export function TestMarkOf({ lead: { environment } }: { lead: { environment: string | null } }) {
  if (environment !== testing) return null
  return (
    <>
      <TestMark />{' '}
    </>
  )
}
