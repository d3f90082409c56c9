'use client'

import { useTranslations } from 'use-intl'
import { statusLook } from '@/components/deliveries/status-badge'
import { Icon } from '@/components/ui/icon'
import { SegmentedChoice } from '@/components/ui/segmented-choice'
import { type LeadStatus, leadStatuses } from '@/lib/leads/lead'

type StatusFilterProps = { value: LeadStatus | null; onChange: (status: LeadStatus | null) => void }

/** Leads in every state, or in one. */
export function StatusFilter({ value, onChange }: StatusFilterProps) {
  const t = useTranslations('leads.log')
  const tStatus = useTranslations('leads.status')
  const states = leadStatuses.map((id) => ({
    id,
    name: tStatus(id),
    content: (
      <>
        <Icon name={statusLook[id].icon} className="mr-1 size-3" />
        <span>{tStatus(id)}</span>
      </>
    ),
  }))
  return (
    <div className="relative -mx-1 max-w-full overflow-x-auto p-1">
      <SegmentedChoice
        label={t('statusFilter')}
        options={[{ id: 'all', name: t('all'), content: t('all') }, ...states]}
        value={value ?? 'all'}
        onChange={(id) => onChange(id === 'all' ? null : id)}
      />
    </div>
  )
}
