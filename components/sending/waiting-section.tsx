'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { SegmentedChoice } from '@/components/ui/segmented-choice'
import { Select } from '@/components/ui/select'
import type { SendingHold, WaitingOverview } from '@/lib/sending/sending-hold'
import type { WaitingFilter } from '@/lib/sending/waiting-lead'
import { ActOnWaiting } from './act-on-waiting'
import { WaitingList } from './waiting-list'

type WaitingSectionProps = { hold: SendingHold; overview: WaitingOverview }

const anyCustomer = ''

/** The leads that wait, narrowed by customer and status, and what can be done to all of them. */
export function WaitingSection({ hold, overview }: WaitingSectionProps) {
  const t = useTranslations('sending.waiting')
  const [customer, setCustomer] = useState<string | null>(null)
  const [status, setStatus] = useState<WaitingFilter['status']>(null)
  const filter: WaitingFilter = { customer, status, leadId: null, environment: null }
  const customers = overview.customers.map(({ vitecId, name, leads }) => ({
    id: vitecId,
    name: `${name ?? vitecId} (${leads})`,
  }))
  const statuses = [
    { id: 'any', name: t('any'), content: t('any') },
    { id: 'pending', name: t('pending'), content: t('pending') },
    { id: 'unknown', name: t('unknown'), content: t('unknown') },
  ] as const
  return (
    <section aria-labelledby="waiting" className="@container">
      <h2 id="waiting" className="mb-2 text-sm font-semibold text-ink">
        {t('title', { pending: overview.pending, unknown: overview.unknown })}
      </h2>
      <div className="flex flex-wrap items-start gap-x-3">
        <Select
          label={t('customer')}
          options={[{ id: anyCustomer, name: t('anyCustomer') }, ...customers]}
          value={customer ?? anyCustomer}
          onChange={(id) => setCustomer(id === anyCustomer ? null : id)}
          className="w-64"
        />
        <div className="mb-3 sm:pt-6">
          <SegmentedChoice
            label={t('status')}
            options={statuses}
            value={status ?? 'any'}
            onChange={(id) => setStatus(id === 'any' ? null : id)}
          />
        </div>
      </div>
      <div className="mb-3 flex flex-wrap gap-2">
        <ActOnWaiting action="look_up" filter={filter} />
        {(hold.reason === 'restored' || status === 'unknown') && (
          <ActOnWaiting action="settle" filter={filter} />
        )}
        <ActOnWaiting action="release" filter={filter} />
        <ActOnWaiting action="cancel" filter={filter} />
      </div>
      <WaitingList
        filter={filter}
        onClear={
          customer !== null || status !== null
            ? () => {
                setCustomer(null)
                setStatus(null)
              }
            : null
        }
      />
    </section>
  )
}
