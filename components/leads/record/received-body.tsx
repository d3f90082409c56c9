'use client'

import { useTranslations } from 'use-intl'
import { CodeBlock } from '@/components/ui/code-block'
import { Disclosure } from '@/components/ui/disclosure'
import { indentJson } from '@/components/ui/indent-json'
import type { LeadWarning } from '@/lib/leads/lead-warning'
import { WarningList } from './warning-list'

type ReceivedBodyProps = { body: string; warnings: LeadWarning[] }

/** The request that brought the lead, and what its sender was warned of. */
export function ReceivedBody({ body, warnings }: ReceivedBodyProps) {
  const words = useTranslations('leadRecord')
  return (
    <section aria-label={words('body')} className="rounded-lg border border-line bg-surface px-4 py-1.5">
      {warnings.length > 0 && (
        <div className="py-1.5 text-sm">
          <p className="font-medium text-ink">{words('warnings')}</p>
          <WarningList warnings={warnings} />
        </div>
      )}
      <Disclosure title={words('body')}>
        <div className="pb-2">
          <CodeBlock label={words('body')} copyLabel={words('copyBody')} text={indentJson(body)} />
        </div>
      </Disclosure>
    </section>
  )
}
