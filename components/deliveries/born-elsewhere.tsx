'use client'

import { useTranslations } from 'use-intl'
import { isLive } from '@/lib/environments/environment'
import type { LeadRow } from '@/lib/leads/lead-view'

type BornElsewhereProps = {
  lead: Pick<LeadRow, 'environment'>
  /** For places without room. */
  isShort?: boolean
}

/** Where a lead was born that is sent from here no more, and what to do about it. */
export function BornElsewhere({ lead: { environment }, isShort = false }: BornElsewhereProps) {
  const words = useTranslations('delivery.elsewhere')
  if (environment === null) return <span>{words(isShort ? 'nowhereShort' : 'nowhere')}</span>
  if (!isLive(environment)) return <span>{words(isShort ? 'sandboxShort' : 'sandbox')}</span>
  return <span>{words(isShort ? 'liveShort' : 'live', { place: new URL(environment).host })}</span>
}
