'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { useShortcut } from '@/components/shortcuts/use-shortcut'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import type { SendAgainRequest } from '@/lib/deliveries/delivery'
import type { PlainAction } from '@/lib/deliveries/transitions'
import { type SentLead, sentLeadSchema } from '@/lib/leads/lead'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { tellActed, useReadAnew } from './lead-acted'
import { statusLook } from './status-badge'

type SendAgainProps = { lead: Pick<LeadRecord, 'id' | 'status' | 'firstName' | 'lastName' | 'attempts'> }

/** The button that sends a lead again. Where it may be in Vitec already, it asks first. */
export function SendAgain({ lead }: SendAgainProps) {
  const t = useTranslations('deliveries.sendAgain')
  const sending = useLeadAction(lead.id, 'send_again', { body: { attempts: lead.attempts.length } })
  const [isAsking, setAsking] = useState(false)
  const mayDouble = lead.status === 'unknown'
  // What happens by itself, or may go wrong, is not what the screen should ask for.
  const variant = mayDouble || lead.status === 'pending' ? 'secondary' : 'primary'
  const ask = () => (mayDouble ? setAsking(true) : sending.mutate())
  useShortcut('s', sending.isPending ? null : ask, { isAct: true })
  return (
    <>
      <Button variant={variant} isPending={sending.isPending} onPress={ask}>
        {t(lead.status === 'pending' ? 'actionWaiting' : 'action')}
      </Button>
      <LeadQuestion
        title={t('confirmTitle')}
        question={t('confirm', { name: `${lead.firstName} ${lead.lastName}` })}
        back={t('cancel')}
        confirm={{ label: t('action'), variant: 'danger', onPress: sending.mutate }}
        isOpen={isAsking}
        onOpenChange={setAsking}
      />
    </>
  )
}

type SettleLeadProps = {
  lead: Pick<LeadRecord, 'id' | 'firstName' | 'lastName'>
}

/** The button that says that a lead is in Vitec already. It asks nothing: what it did can be undone. */
export function SettleLead({ lead }: SettleLeadProps) {
  const t = useTranslations('deliveries.settle')
  const undoing = useLeadAction(lead.id, 'unsettle')
  const settling = useLeadAction(lead.id, 'settle', { undo: { label: t('undo'), onPress: undoing.mutate } })
  useShortcut('l', settling.isPending ? null : () => settling.mutate(), { isAct: true })
  return (
    <Button isPending={settling.isPending} onPress={() => settling.mutate()}>
      {t('action')}
    </Button>
  )
}

/** The button that takes that back. */
export function UnsettleLead({ lead }: SettleLeadProps) {
  const t = useTranslations('deliveries.unsettle')
  const undoing = useLeadAction(lead.id, 'unsettle')
  return (
    <Button isPending={undoing.isPending} onPress={() => undoing.mutate()}>
      {t('action')}
    </Button>
  )
}

/** The button that ends a lead without sending it: it should not go to Vitec. Asks first. */
export function CancelLead({ lead }: SettleLeadProps) {
  const t = useTranslations('deliveries.cancel')
  const cancelling = useLeadAction(lead.id, 'cancel')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button isPending={cancelling.isPending} onPress={() => setAsking(true)}>
        {t('action')}
      </Button>
      <LeadQuestion
        title={t('confirmTitle')}
        question={t('confirm', { name: `${lead.firstName} ${lead.lastName}` })}
        back={t('back')}
        confirm={{ label: t('do'), variant: 'primary', onPress: cancelling.mutate }}
        isOpen={isAsking}
        onOpenChange={setAsking}
      />
    </>
  )
}

type LeadQuestionProps = {
  title: string
  question: string
  back: string
  confirm: { label: string; variant: 'primary' | 'danger'; onPress: () => void }
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
}

/** Asks before a lead is dealt with, and is gone once it was answered: what comes of it is said by a toast. */
function LeadQuestion({ title, question, back, confirm, isOpen, onOpenChange }: LeadQuestionProps) {
  return (
    <Dialog title={title} isOpen={isOpen} onOpenChange={onOpenChange}>
      <p className="text-soft">{question}</p>
      <DialogActions>
        <Button autoFocus onPress={() => onOpenChange(false)}>
          {back}
        </Button>
        <Button
          variant={confirm.variant}
          onPress={() => {
            onOpenChange(false)
            confirm.onPress()
          }}
        >
          {confirm.label}
        </Button>
      </DialogActions>
    </Dialog>
  )
}

/** Where the words of an action are. */
const wordsOf = {
  send_again: 'sendAgain',
  settle: 'settle',
  cancel: 'cancel',
  unsettle: 'unsettle',
} as const satisfies Record<PlainAction, string>

type LeadActionOptions = { body?: SendAgainRequest; undo?: { label: string; onPress: () => void } }

/**
 * Does what a person decides, says what came of it, and has every view of leads read anew.
 * @param body what the action asks for besides
 * @param undo what takes it back, offered with the word on what came of it
 */
function useLeadAction(leadId: string, action: PlainAction, { body, undo }: LeadActionOptions = {}) {
  const t = useTranslations('deliveries')
  const ofAction = wordsOf[action]
  const refusalWords = useRefusalWords()
  return useMutation({
    mutationFn: () =>
      callApi(`/api/staff/leads/${leadId}/${action.replace('_', '-')}`, {
        method: 'POST',
        body,
        answer: sentLeadSchema,
      }),
    onSuccess: ({ status, word }: SentLead) => {
      tellActed(leadId, status)
      showToast({
        tone: statusLook[status].tone,
        // Settled or cancelled is what the person did; only what was sent again has a result of its own.
        title: t(ofAction === 'sendAgain' ? `sendAgain.result.${status}` : `${ofAction}.done`),
        ...(status === 'rejected' && word && { detail: word }),
        ...(undo && { action: undo }),
      })
    },
    onError: (error) => {
      const own = { not_allowed: t(`${ofAction}.notAllowed`) }
      const title = refusalWords(error, t(`${ofAction}.noAnswer`), own)
      showToast({ tone: 'danger', title })
    },
    onSettled: useReadAnew(leadId),
  })
}
