'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'

type LeadNameProps = { lead: { firstName: string; lastName: string; anonymisedAt: string | null } }

/** Whose lead it is, or that this is no longer known. */
export function LeadName({ lead }: LeadNameProps) {
  const t = useTranslations('leads.record.anonymised')
  if (lead.anonymisedAt !== null) return <span>{t('name')}</span>
  return <Data>{`${lead.firstName} ${lead.lastName}`}</Data>
}
