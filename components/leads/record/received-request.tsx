'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { Disclosure } from '@/components/ui/disclosure'
import { indentJson } from '@/components/ui/indent-json'
import type { LeadWarning } from '@/lib/leads/lead-warning'

type ReceivedBodyProps = { body: string; warnings: LeadWarning[] }

/** The request that brought the lead, and what its sender was warned of. */
export function ReceivedRequest({ body, warnings }: ReceivedBodyProps) {
  const t = useTranslations('leads.record')
  return (
    <section aria-label={t('body')} className="rounded-lg border border-line bg-surface px-4 py-1.5">
      {warnings.length > 0 && (
        <div className="py-1.5 text-sm">
          <p className="font-medium text-ink">{t('warnings')}</p>
          <WarningList warnings={warnings} />
        </div>
      )}
      <Disclosure title={t('body')}>
        <div className="pb-2">
          <CodeBlock label={t('body')} copyLabel={t('copyBody')} text={indentJson(body)} />
        </div>
      </Disclosure>
    </section>
  )
}

/** What the sender of a lead was warned of, in the words of the page's language. */
function WarningList({ warnings }: { warnings: LeadWarning[] }) {
  const t = useTranslations('leads.warning')
  return (
    <ul className="mt-1 list-disc pl-4 text-soft">
      {warnings.map(({ field, code, message, params }) =>
        code === 'other' ? (
          <li key={message} lang="en" translate="no">
            {message}
          </li>
        ) : (
          <li key={message} className="wrap-anywhere">
            {t(code, { field, ...params })}
          </li>
        ),
      )}
    </ul>
  )
}
