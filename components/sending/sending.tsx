'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/ui/page-header'
import type { SendingState } from '@/lib/delivery/hold/sending-hold'
import type { WaitingOverview } from '@/lib/delivery/hold/waiting-overview'
import { LeadsElsewhere } from './leads-elsewhere'
import { SwitchSending } from './switch-sending'
import { useSendingState, useWaitingOverview } from './use-sending'
import { WaitingSection } from './waiting-leads'

type SendingSettingsProps = { initial: { state: SendingState; overview: WaitingOverview; readAt: number } }

/** Whether leads are sent, who stopped that and why, and what becomes of those that wait. */
export function SendingSettings({ initial }: SendingSettingsProps) {
  const words = useTranslations('sending')
  const { hold } = useSendingState(initial.state, initial.readAt)
  const overview = useWaitingOverview(initial.overview, initial.readAt)
  return (
    <>
      <PageHeader title={words('title')} detail={words('detail')} />
      <div className="grid gap-6">
        <SwitchSending hold={hold} pending={overview.pending} />
        {hold && <WaitingSection hold={hold} overview={overview} />}
        {overview.elsewhere.length > 0 && <LeadsElsewhere elsewhere={overview.elsewhere} />}
      </div>
    </>
  )
}
