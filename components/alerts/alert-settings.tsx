'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { EmptyState } from '@/components/ui/empty-state'
import { Fact, Facts } from '@/components/ui/facts'
import { PageHeader } from '@/components/ui/page-header'
import { Panel } from '@/components/ui/panel'
import { showToast } from '@/components/ui/toast'
import { type AlertsView, alertsViewSchema, type ChannelsView } from '@/lib/alerts/alert-view'
import { callApi } from '@/lib/api-client/call-api'
import { doneSchema } from '@/lib/people/person-view'
import { AlertItem } from './alert-item'

const alertsKey = ['alerts']

type AlertSettingsProps = { initial: { alerts: AlertsView; readAt: number } }

/** What operators have to know of, what they had to of late, and who was told. */
export function AlertSettings({ initial }: AlertSettingsProps) {
  const t = useTranslations('alerts')
  const { data } = useQuery({
    queryKey: alertsKey,
    queryFn: ({ signal }) => callApi('/api/staff/alerts', { answer: alertsViewSchema, signal }),
    initialData: initial.alerts,
    initialDataUpdatedAt: initial.readAt,
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? 2_000 : 15_000),
  })
  const hasChannel = data.channels.webhook !== null || data.channels.email !== null
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')}>
        {hasChannel && <SendTest />}
      </PageHeader>
      <div className="grid gap-6">
        <Channels channels={data.channels} hasChannel={hasChannel} />
        {data.open.length === 0 ? (
          <EmptyState icon="check" title={t('none')} detail={t('noneDetail')} />
        ) : (
          <AlertList title={t('open')} alerts={data.open} />
        )}
        {data.recent.length > 0 && <AlertList title={t('recent')} alerts={data.recent} />}
      </div>
    </>
  )
}

/** Whether something is about to be told. */
const isUnderWay = ({ open, recent }: AlertsView): boolean =>
  [...open, ...recent].some(({ notices }) =>
    notices.some(({ state, tries }) => state === 'waiting' && tries.length === 0),
  )

function AlertList({ title, alerts }: { title: string; alerts: AlertsView['open'] }) {
  return (
    <Panel title={title} isFlush>
      <ul className="divide-y divide-line">
        {alerts.map((alert) => (
          <li key={alert.id} className="px-4 py-3">
            <AlertItem alert={alert} />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type ChannelsProps = { channels: ChannelsView; hasChannel: boolean }

/** Where alerts are told: hosts, and nothing secret. */
function Channels({ channels: { webhook, email }, hasChannel }: ChannelsProps) {
  const t = useTranslations('alerts')
  return (
    <Panel title={t('channels')}>
      <Facts>
        <Fact name={t('webhook')}>{webhook ? <Data>{webhook.host}</Data> : t('off')}</Fact>
        <Fact name={t('email')}>
          {email ? (
            <>
              <span>{t('addresses', { count: email.addresses })}</span> <Data>{email.host}</Data>
            </>
          ) : (
            t('off')
          )}
        </Fact>
      </Facts>
      {!hasChannel && <p className="mt-3 text-sm text-soft">{t('noChannels')}</p>}
    </Panel>
  )
}

/** The button that has a test told on every channel. */
function SendTest() {
  const t = useTranslations('alerts')
  const refusalWords = useRefusalWords()
  const queryClient = useQueryClient()
  const { mutate, isPending } = useMutation({
    mutationFn: () => callApi('/api/staff/alerts/test', { method: 'POST', answer: doneSchema }),
    onSuccess: () => showToast({ tone: 'success', title: t('testSent') }),
    onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, t('testFailed')) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: alertsKey }),
  })
  return (
    <Button isPending={isPending} onPress={() => mutate()}>
      {t('sendTest')}
    </Button>
  )
}
