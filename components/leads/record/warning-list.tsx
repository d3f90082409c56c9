'use client'

import { useTranslations } from 'use-intl'
import type { LeadWarning } from '@/lib/leads/lead-warning'

/** What the sender of a lead was warned of, in the words of the page's language. */
export function WarningList({ warnings }: { warnings: LeadWarning[] }) {
  const words = useTranslations('leadWarning')
  return (
    <ul className="mt-1 list-disc pl-4 text-soft">
      {warnings.map(({ field, code, message, params }) =>
        code === 'other' ? (
          <li key={message} lang="en" translate="no">
            {message}
          </li>
        ) : (
          <li key={message} className="wrap-anywhere">
            {words(code, { field, ...params })}
          </li>
        ),
      )}
    </ul>
  )
}
