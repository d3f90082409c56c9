'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import { Data } from '@/components/ui/data'
import type { LeadSourceView } from '@/lib/customers/customer'
import { EntryActions } from './entry-actions'

/** One lead source of a customer. */
export function LeadSourceItem({ leadSource }: { leadSource: LeadSourceView }) {
  const words = useTranslations('customers')
  const { id, vitecId, name, active } = leadSource
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line px-4 py-1.5">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 py-1 text-sm">
        <Data className={`min-w-0 wrap-anywhere ${active ? 'text-ink' : 'text-faint'}`}>{name}</Data>
        <Data className="min-w-0 font-mono text-xs wrap-anywhere text-faint">{vitecId}</Data>
        {!active && <Badge tone="neutral">{words('off')}</Badge>}
      </div>
      <div className="-mr-2 flex max-sm:-ml-2">
        <EntryActions kind="leadSource" entry={leadSource} path={`lead-sources/${id}`} />
      </div>
    </li>
  )
}
