'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { TestMarkOf } from './test-mark'

type LeadNameProps = {
  lead: { firstName: string; lastName: string; anonymisedAt: string | null; environment: string | null }
}

/** Whose lead it is, or that this is no longer known; and that it is a test, where it is. */
export function LeadName({ lead }: LeadNameProps) {
  const t = useTranslations('leads.record.anonymised')
  return (
    <>
      <TestMarkOf lead={lead} />
      {lead.anonymisedAt === null ? (
        <Data>{`${lead.firstName} ${lead.lastName}`}</Data>
      ) : (
        <span>{t('name')}</span>
      )}
    </>
  )
}
