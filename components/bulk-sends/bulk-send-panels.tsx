'use client'

import { useTranslations } from 'use-intl'
import { Can } from '@/components/auth/can'
import { statusLook } from '@/components/deliveries/status-badge'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { useTabText } from '@/components/ui/use-tab-text'
import type { BulkSendView } from '@/lib/bulk-sends/bulk-send'
import { leadStatuses } from '@/lib/leads/lead'
import { type InitialBulkSends, useBulkSends, useCancelBulkSend } from './use-bulk-sends'

/** The bulks that run, and those of the last hour until they are put away; newest first. */
export function BulkSendPanels({ initial }: { initial: InitialBulkSends }) {
  const bulkSends = useBulkSends(initial)
  const [away, setAway] = useTabText('bulk-sends-put-away')
  return bulkSends
    .filter(({ id, state }) => state === 'running' || !away.includes(id))
    .map((bulk) => (
      <BulkSendPanel key={bulk.id} bulk={bulk} onPutAway={() => setAway(`${away} ${bulk.id}`)} />
    ))
}

type BulkSendPanelProps = { bulk: BulkSendView; onPutAway: () => void }

const looks = {
  running: { tone: 'info', icon: 'refresh' },
  ended: { tone: 'neutral', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'stopped' },
} as const

/** How far a bulk has come, and what became of its leads. */
function BulkSendPanel({ bulk, onPutAway }: BulkSendPanelProps) {
  const t = useTranslations('bulkSends')
  const cancelling = useCancelBulkSend(bulk.id)
  const { state, total, taken, underWay, skipped } = bulk
  const isRunning = state === 'running'
  const title = t(`panel.${state}`, { kind: t(`kind.${bulk.leadStatus}`, { count: total }) })
  const through = taken - underWay + skipped
  return (
    <section aria-label={title} className="mb-3">
      <p role="status" className="sr-only">
        {title}
      </p>
      <Notice {...looks[state]} title={title}>
        {isRunning && (
          <Progress label={title} value={through} of={total}>
            {t('progress', { through, total })}
          </Progress>
        )}
        <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
          <div>
            <div className="mt-2 flex flex-wrap items-center gap-1.5">
              <span className="text-soft">{t('nowTheyAre')}</span>
              <Outcomes bulk={bulk} />
            </div>
            {!isRunning && skipped > 0 && <p className="mt-2 text-soft">{t('whySkipped')}</p>}
            {state === 'cancelled' && <p className="mt-2 text-soft">{t('whyLeft')}</p>}
          </div>
          {isRunning ? (
            <Can permission="write">
              <Button size="sm" isPending={cancelling.isPending} onPress={() => cancelling.mutate()}>
                {t('cancel')}
              </Button>
            </Can>
          ) : (
            <Button size="sm" onPress={onPutAway}>
              {t('putAway')}
            </Button>
          )}
        </div>
      </Notice>
    </section>
  )
}

/** Where the leads stand, those of each status together. */
function Outcomes({ bulk: { state, total, taken, skipped, now } }: Pick<BulkSendPanelProps, 'bulk'>) {
  const t = useTranslations('bulkSends')
  const left = total - taken - skipped
  return (
    <>
      {leadStatuses
        .filter((status) => now[status] > 0)
        .map((status) => (
          <Badge key={status} {...statusLook[status]}>
            {t(`now.${status}`, { count: now[status] })}
          </Badge>
        ))}
      {skipped > 0 && (
        <Badge tone="neutral" icon="right">
          {t('skipped', { count: skipped })}
        </Badge>
      )}
      {left > 0 && (
        <Badge tone="neutral" icon={state === 'running' ? 'clock' : 'stopped'}>
          {t(state === 'running' ? 'notYet' : 'left', { count: left })}
        </Badge>
      )}
    </>
  )
}
