'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useActorWords } from '@/components/audit/use-audit-words'
import { FormError } from '@/components/form/form'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ExactTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import {
  type SendingHold,
  type SendingState,
  sendingStateSchema,
  type WaitingOverview,
} from '@/lib/sending/sending-hold'
import { LeadsElsewhere } from './leads-elsewhere'
import { sendingKey, useSendingState, useWaitingOverview } from './use-sending'
import { WaitingSection } from './waiting-section'

type SendingSettingsProps = { initial: { state: SendingState; overview: WaitingOverview; readAt: number } }

/** Whether leads are sent, who stopped that and why, and what becomes of those that wait. */
export function SendingSettings({ initial }: SendingSettingsProps) {
  const t = useTranslations('sending')
  const { hold } = useSendingState(initial.state, initial.readAt)
  const overview = useWaitingOverview(initial.overview, initial.readAt)
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')} />
      <div className="grid gap-6">
        <SwitchSending hold={hold} pending={overview.pending} />
        {hold && <WaitingSection hold={hold} overview={overview} />}
        {overview.elsewhere.length > 0 && <LeadsElsewhere elsewhere={overview.elsewhere} />}
      </div>
    </>
  )
}

type SwitchSendingProps = { hold: SendingHold | null; pending: number }

/** Whether leads are sent, since when not and by whom, and the button that changes it. */
function SwitchSending({ hold, pending }: SwitchSendingProps) {
  const t = useTranslations('sending')
  const actorWords = useActorWords()
  if (hold === null) {
    return (
      <Notice tone="success" title={t('on.title')}>
        <p className="mb-3 max-w-180">{t('on.detail')}</p>
        <SwitchQuestion kind="hold" body={{}} meaning={t('hold.meaning')} />
      </Notice>
    )
  }
  return (
    <Notice tone="info" icon="stopped" title={t('held.title')}>
      <p className="max-w-180">
        <span>{t(`held.${hold.reason}`)}</span> {t('held.since')} <ExactTime at={hold.since} />,{' '}
        <span>{t('held.by', { who: actorWords(hold) })}</span>
      </p>
      <div className="mt-3">
        <SwitchQuestion
          kind="lift"
          body={{ hold: hold.id }}
          meaning={t(hold.reason === 'restored' ? 'lift.meaningRestored' : 'lift.meaning', {
            count: pending,
          })}
        />
      </div>
    </Notice>
  )
}

type SwitchQuestionProps = { kind: 'hold' | 'lift'; body: object; meaning: string }

/** The button that holds all sending or lets it go on. Asks first, and has every view of leads read anew. */
function SwitchQuestion({ kind, body, meaning }: SwitchQuestionProps) {
  const t = useTranslations('sending')
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  const [isAsking, setAsking] = useState(false)
  const switching = useMutation({
    mutationFn: () =>
      callApi(`/api/staff/sending/${kind}`, { method: 'POST', body, answer: sendingStateSchema }),
    async onSuccess(state) {
      setAsking(false)
      queryClient.setQueryData(sendingKey, state)
      await queryClient.invalidateQueries()
    },
  })
  return (
    <>
      <Button variant={kind === 'lift' ? 'primary' : 'secondary'} onPress={() => setAsking(true)}>
        {t(`${kind}.action`)}
      </Button>
      <Dialog title={t(`${kind}.title`)} isOpen={isAsking} onOpenChange={setAsking}>
        <p className="text-sm text-soft">{meaning}</p>
        {switching.error && (
          <div className="mt-3">
            <FormError message={refusalWords(switching.error, t('notSwitched'))} />
          </div>
        )}
        <DialogActions>
          <Button autoFocus onPress={() => setAsking(false)}>
            {t('back')}
          </Button>
          <Button variant="primary" isPending={switching.isPending} onPress={() => switching.mutate()}>
            {t(`${kind}.do`)}
          </Button>
        </DialogActions>
      </Dialog>
    </>
  )
}
