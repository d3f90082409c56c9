'use client'

import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { LinkButton, TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { errorKinds } from '@/lib/deliveries/attempt-result'
import { type Unsettled, whoMustAct } from '@/lib/deliveries/who-must-act'
import { testing } from '@/lib/environments/environment'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { type DeliverySituation, deliverySituation } from './delivery-situation'
import { CancelLead, SendAgain, SettleLead, UnsettleLead } from './lead-actions'
import { LookUp } from './look-up'
import { SetAside } from './set-aside'
import { statusLook } from './status-badge'
import { useErrorKindWords, VitecId, VitecWords } from './vitec-words'
import { BornElsewhere, NextAttempt } from './waiting-for'

/** What happened to a lead, and what to do about it now. */
export function DeliveryNotice({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('deliveries')
  const errorKindWords = useErrorKindWords()
  const situation = deliverySituation(lead)
  const last = lead.attempts.find(({ endedAt }) => endedAt !== null)
  const customer = lead.customerName ?? lead.vitecCustomerId
  // Unlike everything else that waits, these wait for the reader.
  const look = waitsForReader.includes(situation) ? pausedLook : statusLook[lead.status]
  const isPaused = situation === 'paused'
  const isTold = tells.includes(situation)
  const isTest = lead.environment === testing
  const titleOfTest = t(
    situation === 'delivered' || situation === 'rejected'
      ? `test.${situation}`
      : `situation.${situation}.title`,
  )
  return (
    <Notice {...look} title={isTest ? titleOfTest : t(`situation.${situation}.title`)}>
      {isTest && <p className="max-w-180">{t('test.meaning')}</p>}
      {!isTest && situation !== 'elsewhere' && lead.replacedById === null && (
        <p className="max-w-180">{t(`situation.${situation}.todo`, { customer })}</p>
      )}
      <Replacements lead={lead} />
      {lead.obstacle === 'environment' && (
        <p className="max-w-180">
          <BornElsewhere lead={lead} />
        </p>
      )}
      {lead.vitecLeadId && !isTest && <VitecId id={lead.vitecLeadId} />}
      {isTold && last?.errorKind && (
        <p className="mt-2">{t('lastReason', { reason: errorKindWords(last.errorKind) })}</p>
      )}
      {situation === 'waiting' && lead.nextAttemptAt && (
        <p className="mt-2 font-medium">
          <NextAttempt at={lead.nextAttemptAt} />
        </p>
      )}
      {isTold && last?.answer && lead.lastWord && <VitecWords word={lead.lastWord} isTest={isTest} />}
      {situation !== 'delivered' && situation !== 'cancelled' && situation !== 'sending' && (
        <MustAct
          lead={{
            ...lead,
            errorKind: (isPaused && lead.pauseReason) || (last?.errorKind ?? null),
            word: lead.lastWord,
          }}
        />
      )}
      <Actions lead={lead} situation={situation} />
    </Notice>
  )
}

/** The lead that this one was made of, and the one that was made of it. */
function Replacements({ lead: { replacesId, replacedById } }: { lead: LeadRecord }) {
  const t = useTranslations('deliveries')
  const others = [
    { id: replacedById, words: t('replacedBy') },
    { id: replacesId, words: t('replaces') },
  ]
  return others.map(
    ({ id, words }) =>
      id !== null && (
        <p key={id} className="max-w-180">
          <span>{words}</span> <TextLink href={`/leads/${id}`}>{t('showOther')}</TextLink>
        </p>
      ),
  )
}

/** Who has to do something about a lead, and what, where nothing goes on by itself. */
function MustAct({ lead }: { lead: Unsettled }) {
  const t = useTranslations('deliveries.mustAct')
  const tHow = useTranslations('deliveries.howToMend')
  const { status, customerPaused, obstacle, errorKind } = lead
  const stopped = status === 'failed' || (status === 'pending' && customerPaused && obstacle === null)
  const known = errorKinds.find((kind) => kind === errorKind)
  const who = whoMustAct(lead)
  return (
    <p className="mt-2 max-w-180">
      <span className="text-soft">{`${t('title')}: `}</span>
      <strong className="font-medium">{t(who)}</strong>
      {known && stopped && who !== 'sender' && <span>{`. ${tHow(known)}`}</span>}
    </p>
  )
}

const waitsForReader: DeliverySituation[] = ['paused', 'elsewhere', 'held', 'restored']
const pausedLook = { tone: 'warning', icon: 'clock' } as const

/** The situations in which it matters what the last attempt met. */
const tells: DeliverySituation[] = ['rejected', 'unknown', 'paused', 'waiting', 'failed']

function Actions({ lead, situation }: { lead: LeadRecord; situation: DeliverySituation }) {
  const t = useTranslations('deliveries')
  // A test's customer is paused at the stand-in, where nobody resumes it.
  const isPaused = situation === 'paused' && lead.environment !== testing
  const { allowedActions } = lead
  const canWrite = useCan('write')
  if (!canWrite || (!isPaused && allowedActions.length === 0)) return null
  return (
    <div className="mt-3 flex flex-wrap gap-2 pb-0.5">
      {/* What a look-up told is of no use once the lead has been sent again. */}
      {allowedActions.includes('look_up') && <LookUp key={lead.attempts.length} leadId={lead.id} />}
      {isPaused ? (
        <LinkButton href={lead.customerId ? `/customers/${lead.customerId}` : '/customers'}>
          {t('toCustomers')}
        </LinkButton>
      ) : (
        allowedActions.includes('send_again') && <SendAgain lead={lead} />
      )}
      {allowedActions.includes('settle') && <SettleLead lead={lead} />}
      {allowedActions.includes('unsettle') && <UnsettleLead lead={lead} />}
      {allowedActions.includes('cancel') && <CancelLead lead={lead} />}
      {allowedActions.includes('replace') && (
        <LinkButton href={`/leads/new?replaces=${lead.id}`}>{t('edit')}</LinkButton>
      )}
      {/* It is on no list of what there is to do. */}
      {lead.environment !== testing && <SetAside lead={lead} />}
    </div>
  )
}
