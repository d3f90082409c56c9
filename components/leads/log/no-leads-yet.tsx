'use client'

import { useTranslations } from 'use-intl'
import { Can } from '@/components/auth/may'
import { CodeBlock } from '@/components/ui/code-block'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { type FirstLead, firstLeadCommand } from './first-lead-command'

/** What stands in the log before the first lead: the two ways to send one. */
export function NoLeadsYet({ firstLead }: { firstLead: FirstLead }) {
  const words = useTranslations('leadLog.empty')
  return (
    <>
      <EmptyState icon="leads" title={words('title')} detail={words('detail')}>
        <Can permission="write">
          <LinkButton href="/leads/new">{words('toForm')}</LinkButton>
        </Can>
      </EmptyState>
      <h2 className="mt-6 mb-2 text-sm font-medium text-ink">{words('fromCommandLine')}</h2>
      <CodeBlock
        label={words('fromCommandLine')}
        copyLabel={words('copyCommand')}
        text={firstLeadCommand(firstLead)}
      />
      {firstLead.needsKey && <p className="mt-2 text-sm text-soft">{words('needsKey')}</p>}
    </>
  )
}
