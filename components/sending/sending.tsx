'use client'

import { useTranslations } from 'use-intl'
import { PageHeader } from '@/components/ui/page-header'
import type { SendingState, WaitingOverview } from '@/lib/sending/sending-hold'
import { LeadsElsewhere } from './leads-elsewhere'
import { SwitchSending } from './switch-sending'
import { useSendingState, useWaitingOverview } from './use-sending'
import { WaitingLeads } from './waiting-leads'

type SendingProps = { first: { state: SendingState; overview: WaitingOverview; readAt: number } }

/** Whether leads are sent, who stopped that and why, and what becomes of those that wait. */
export function Sending({ first }: SendingProps) {
  const words = useTranslations('sending')
  const { hold } = useSendingState(first.state, first.readAt)
  const overview = useWaitingOverview(first.overview, first.readAt)
  return (
    <>
      <PageHeader title={words('title')} detail={words('detail')} />
      <div className="grid gap-6">
        <SwitchSending hold={hold} pending={overview.pending} />
        {hold && <WaitingLeads hold={hold} overview={overview} />}
        {overview.elsewhere.length > 0 && <LeadsElsewhere elsewhere={overview.elsewhere} />}
      </div>
    </>
  )
}
