'use client'

import { useTranslations } from 'use-intl'

type LeadNameProps = { lead: { firstName: string; lastName: string; anonymisedAt: string | null } }

/** Whose lead it is, or that nobody knows any more. */
export function LeadName({ lead }: LeadNameProps) {
  const words = useTranslations('leadRecord.anonymised')
  if (lead.anonymisedAt !== null) return words('name')
  return `${lead.firstName} ${lead.lastName}`
}
