'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useSyncExternalStore } from 'react'
import { useTranslations } from 'use-intl'
import { sentSituation } from '@/components/deliveries/delivery-situation'
import { statusLook } from '@/components/deliveries/status-badge'
import { VitecWords } from '@/components/deliveries/vitec-words'
import { NextAttempt } from '@/components/deliveries/waiting-for'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { showToast } from '@/components/ui/toast'
import type { SentLead } from '@/lib/leads/lead'
import { isFollowed, type Letter, nameOf, type SentNote } from './letter'
import type { Outbox } from './outbox'
import type { SendFailure } from './send-failure'

type SentStripProps = {
  outbox: Outbox
  /** Puts what left the form back into it; `rejected`: the lead that Vitec refused. */
  onOpen: (letter: Letter, rejected: SentLead | null) => Promise<void>
}

/** What became of the leads that were just sent, beside the form for the next. It follows them until they are settled. */
export function SentStrip({ outbox, onOpen }: SentStripProps) {
  const { underWay, unsent, sent, told } = useSyncExternalStore(outbox.subscribe, outbox.state, outbox.state)
  useFollowing(outbox, sent.some(isFollowed))
  useToldElsewhere(outbox)
  const t = useTranslations('leads.form')
  const tDelivery = useTranslations('deliveries.situation')
  const news = sent.find(({ lead }) => lead.id === told)
  return (
    <>
      <p role="status" className="sr-only">
        {news && `${news.name}: ${tDelivery(`${sentSituation(news.lead)}.title`)}`}
      </p>
      <div className="flex flex-col gap-2 not-empty:mb-2">
        {underWay.map((letter) => (
          <div key={letter.key} className="appear-late flex flex-wrap items-center gap-x-2 text-sm text-soft">
            <Icon name="clock" />
            <Data className="font-medium text-ink">{nameOf(letter)}</Data>
            <span>{tDelivery('sending.title')}</span>
          </div>
        ))}
        <div role="status" className="flex flex-col gap-2 empty:-mt-2">
          {unsent.map((letter) => (
            <UnsentLine
              key={letter.key}
              letter={letter}
              onOpen={() => void onOpen(letter, null)}
              onDrop={() => {
                outbox.drop(letter)
                showToast({
                  ...{ tone: 'neutral', title: t('unsent.dropped') },
                  action: { label: t('undo'), onPress: () => outbox.restore(letter) },
                })
              }}
            />
          ))}
        </div>
        {sent.map((note) => (
          <SentLine
            key={note.lead.id}
            note={note}
            onOpen={onOpen}
            onDismiss={() => outbox.dismiss(note.lead.id)}
          />
        ))}
      </div>
    </>
  )
}

/** What asks after leads is loaded with the first that waits. */
function useFollowing(outbox: Outbox, isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return
    let isOver = false
    let stop = () => {}
    import('./follow-sent').then(
      ({ followSent }) => {
        if (!isOver) stop = followSent(outbox)
      },
      () => {},
    )
    return () => {
      isOver = true
      stop()
    }
  }, [outbox, isNeeded])
}

/** Whoever has left the form by the time a lead comes back is told where they are. */
function useToldElsewhere(outbox: Outbox): void {
  const t = useTranslations('leads.form.unsent')
  const router = useRouter()
  useEffect(() => {
    outbox.onAlone = (letter) =>
      showToast({
        ...{ tone: 'danger', title: `${t('title')}: ${nameOf(letter)}` },
        action: { label: t('open'), onPress: () => router.push('/leads/new') },
      })
  }, [outbox, t, router])
}

type UnsentLineProps = { letter: Letter; onOpen: () => void; onDrop: () => void }

/** A lead that did not arrive, or was laid aside: it waits to be opened. */
function UnsentLine({ letter, onOpen, onDrop }: UnsentLineProps) {
  const t = useTranslations('leads.form')
  const { failure } = letter
  const name = nameOf(letter)
  const why = failure === null || failure.kind === 'fields' ? null : t(`failure.${failure.kind}.title`)
  // Where no answer came it may have been stored; sent again it is the same lead.
  const isKnown = failure === null || !unanswered.includes(failure.kind)
  const title = isKnown || why === null ? t('unsent.title') : why
  return (
    <section aria-label={title}>
      <Notice tone="warning" icon="alert" title={title}>
        <p>
          <Data className="font-medium">{name}</Data>
        </p>
        {why && why !== title && <p>{why}</p>}
        <p className="flex flex-wrap items-center gap-x-2">
          <Button variant="secondary" size="sm" aria-label={t('unsent.openOf', { name })} onPress={onOpen}>
            {t('unsent.open')}
          </Button>
          <Button variant="quiet" size="sm" aria-label={t('unsent.dropOf', { name })} onPress={onDrop}>
            {t('unsent.drop')}
          </Button>
        </p>
      </Notice>
    </section>
  )
}

const unanswered: SendFailure['kind'][] = ['no_answer', 'no_network', 'unavailable']

type SentLineProps = { note: SentNote; onOpen: SentStripProps['onOpen']; onDismiss: () => void }

/** One line for what is delivered; for all else what it means and what to do. */
function SentLine({ note: { lead, name, customer, letter }, onOpen, onDismiss }: SentLineProps) {
  const t = useTranslations('leads.form')
  const tUi = useTranslations('ui')
  const tDeliveries = useTranslations('deliveries')
  const situation = sentSituation(lead)
  const title = tDeliveries(`situation.${situation}.title`)
  const isRejected = lead.status === 'rejected'
  const links = (
    <p className="flex flex-wrap items-center gap-x-3">
      <TextLink href={`/leads/${lead.id}`} className="inline-flex min-h-6 items-center">
        {t('toRecord')}
      </TextLink>
      {isRejected && letter && (
        <Button variant="secondary" size="sm" onPress={() => void onOpen(letter, lead)}>
          {tDeliveries('edit')}
        </Button>
      )}
      {situation !== 'delivered' && (
        <Button variant="quiet" size="sm" className="-my-0.5" onPress={onDismiss}>
          {tUi('close')}
        </Button>
      )}
    </p>
  )
  return (
    <section aria-label={title}>
      {situation === 'delivered' ? (
        <div className="flex flex-wrap items-center gap-x-2 text-sm">
          <Icon name="check" className="text-success" />
          <Data className="font-medium text-ink">{name}</Data>
          <span className="text-success">{title}</span>
          {links}
        </div>
      ) : (
        <Notice {...statusLook[lead.status]} title={title}>
          <p>
            <Data className="font-medium">{name}</Data>
          </p>
          {!isRejected && <p>{tDeliveries(`situation.${situation}.todo`, { customer })}</p>}
          {isRejected && !letter && <p>{t('rejected')}</p>}
          {lead.nextAttemptAt && lead.obstacle === null && <NextAttempt at={lead.nextAttemptAt} />}
          {isRejected && lead.word && <VitecWords word={lead.word} />}
          {links}
        </Notice>
      )}
    </section>
  )
}
