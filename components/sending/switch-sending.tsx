'use client'

import { useTranslations } from 'use-intl'
import { useActorWords } from '@/components/audit/use-actor-words'
import { ExactTime } from '@/components/ui/exact-time'
import { Notice } from '@/components/ui/notice'
import type { SendingHold } from '@/lib/sending/sending-hold'
import { SwitchQuestion } from './switch-question'

type SwitchSendingProps = { hold: SendingHold | null; pending: number }

/** Whether leads are sent, since when not and by whom, and the button that changes it. */
export function SwitchSending({ hold, pending }: SwitchSendingProps) {
  const words = useTranslations('sending')
  const actorWords = useActorWords()
  if (hold === null) {
    return (
      <Notice tone="success" title={words('on.title')}>
        <p className="mb-3 max-w-180">{words('on.detail')}</p>
        <SwitchQuestion kind="hold" body={{}} meaning={words('hold.meaning')} />
      </Notice>
    )
  }
  return (
    <Notice tone="info" icon="stopped" title={words('held.title')}>
      <p className="max-w-180">
        <span>{words(`held.${hold.reason}`)}</span> {words('held.since')} <ExactTime at={hold.since} />,{' '}
        <span>{words('held.by', { who: actorWords(hold) })}</span>
      </p>
      <div className="mt-3">
        <SwitchQuestion
          kind="lift"
          body={{ hold: hold.id }}
          meaning={words(hold.reason === 'restored' ? 'lift.meaningRestored' : 'lift.meaning', {
            count: pending,
          })}
        />
      </div>
    </Notice>
  )
}
