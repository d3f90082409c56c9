'use client'

import { useTranslations } from 'use-intl'
import { placeLine } from '@/components/leads/place-line'
import type { PersonHit } from '@/lib/privacy/person-search'
import { writtenTime } from '@/lib/time/written-time'

/** A lead in one line, by which a person is told from another of the same name. */
export function useHitWords(): (lead: PersonHit) => string {
  const words = useTranslations('privacy.search')
  const statusWords = useTranslations('status')
  return (lead) =>
    [
      `${lead.firstName} ${lead.lastName}`,
      lead.phone,
      lead.email,
      placeLine(lead),
      writtenTime(lead.receivedAt, 'day'),
      statusWords(lead.status),
      ...(lead.spelling === '' ? [] : [words('spelt', { words: lead.spelling })]),
    ].join(' · ')
}
