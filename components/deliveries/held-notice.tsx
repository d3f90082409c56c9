'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Notice } from '@/components/ui/notice'
import { RelativeTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import { type VitecState, vitecStateSchema } from '@/lib/deliveries/delivery'

/** The state as the server put it on the page, and when (ms since 1970). */
export type InitialVitecState = { state: VitecState; readAt: number }

/** Says that all leads wait because Vitec fails as a whole; nothing at all while it does not. */
export function HeldNotice({ initial }: { initial: InitialVitecState }) {
  const t = useTranslations('leads.log.held')
  const { data } = useQuery({
    queryKey: ['vitec-state'],
    queryFn: ({ signal }) => callApi('/api/staff/vitec-state', { answer: vitecStateSchema, signal }),
    initialData: initial.state,
    initialDataUpdatedAt: initial.readAt,
    // The log's own news bring it.
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (!data.heldUntil) return null
  const { heldUntil } = data
  return (
    <div className="mb-3">
      <Notice tone="warning" icon="clock" title={t('title')}>
        {t.rich('detail', { time: () => <RelativeTime at={heldUntil} isFuture /> })}
      </Notice>
    </div>
  )
}
