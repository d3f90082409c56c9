'use client'

import { useTranslations } from 'use-intl'
import { statusLook } from '@/components/deliveries/status-badge'
import { Icon } from '@/components/ui/icon'
import { SegmentedChoice } from '@/components/ui/segmented-choice'
import { type LeadStatus, leadStatuses } from '@/lib/leads/lead'

type StatusFilterProps = { value: LeadStatus[]; onChange: (status: LeadStatus[]) => void }
type Choice = LeadStatus | 'all' | 'several'

/** Leads in every state, or in one; several are chosen with the other filters. A narrow page has all of them there. */
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
  const [first = 'all', second] = value
  return (
    <div className="relative -mx-1 hidden max-w-full overflow-x-auto p-1 sm:block">
      <SegmentedChoice<Choice>
        label={t('statusFilter')}
        options={[{ id: 'all', name: t('all'), content: t('all') }, ...states]}
        value={second ? 'several' : first}
        onChange={(id) => onChange(id === 'all' || id === 'several' ? [] : [id])}
      />
    </div>
  )
}
