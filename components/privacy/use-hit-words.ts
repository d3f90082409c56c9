'use client'

import { useFormatter, useTranslations } from 'use-intl'
import { placeLine } from '@/components/lead/place-line'
import type { PersonHit } from '@/lib/privacy/person-search'

/** A lead in one line, by which a person is told from another of the same name. */
export function useHitWords(): (lead: PersonHit) => string {
  const statusWords = useTranslations('status')
  const format = useFormatter()
  return (lead) =>
    [
      `${lead.firstName} ${lead.lastName}`,
      lead.phone,
      lead.email,
      placeLine(lead),
      format.dateTime(new Date(lead.receivedAt), 'day'),
      statusWords(lead.status),
    ].join(' · ')
}
