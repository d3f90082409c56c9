'use client'

import { useTranslations } from 'use-intl'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { PageHeader } from '@/components/ui/page-header'
import { TextLink } from '@/components/ui/text-link'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { LeadName } from '../lead-name'
import { placeLine } from '../place-line'

/** Whose lead it is, how it stands, and the way back. */
export function RecordHeader({ lead }: { lead: LeadRecord }) {
  const words = useTranslations('leadRecord')
  return (
    <>
      <TextLink href="/leads" className="mb-1 inline-flex items-center gap-1 text-sm">
        <Icon name="right" className="size-3.5 rotate-180" />
        <span>{words('back')}</span>
      </TextLink>
      <PageHeader
        title={
          <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <span className="min-w-0 wrap-anywhere">
              <LeadName lead={lead} />
            </span>
            <StatusBadge status={lead.status} />
          </span>
        }
        detail={lead.anonymisedAt === null && <Data>{placeLine(lead)}</Data>}
      />
    </>
  )
}
