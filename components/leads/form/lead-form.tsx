'use client'

import dynamic from 'next/dynamic'
import { useCallback, useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form } from '@/components/form/form'
import { useLeaveGuard } from '@/components/form/unsent-work'
import { Originals } from '@/components/form/use-bound-field'
import { Panel } from '@/components/ui/panel'
import { partOnUse } from '@/components/ui/part-on-use'
import { CustomerInputs } from './customer-inputs'
import { DraftNotice } from './draft-notice'
import { hasTyped } from './lead-form-values'
import { MessagePreview } from './message-preview'
import { dropTyped, goOnByEnter, goOnFromChoice, leaveByEscape, sendOnCtrlEnter } from './needed-fields'
import { PasteOfferBar } from './paste-offer'
import { PersonInputs } from './person-inputs'
import { PropertyInputs } from './property-inputs'
import type { ReplacedLead } from './replaced-lead'
import { SendBar } from './send-bar'
import { SimilarWarning } from './similar-warning'
import { beginning, type DraftStart, takeOther, useDraft, useTabWork } from './use-draft'
import { useCleared, useLeadForm } from './use-lead-form'
import { useFirstFocus, useOriginals, useReplaced } from './use-replaced'
import { useSendLead } from './use-send-lead'

// Few leads are mended; what says so is loaded with the first. What became of leads is there once one can be sent.
const ReplacedLine = dynamic(() => import('./replaced-line'))
const SentStrip = partOnUse(() => import('./sent-strip').then((part) => part.SentStrip))

type LeadFormProps = {
  /** `YYYY-MM-DD` in Stockholm. */
  today: string
  draft: DraftStart
  /** The lead that is mended: the one that was asked for, else that of the draft. */
  replaced: ReplacedLead | null
  /** Customers that its writer has lately entered leads for, by their ids in Vitec. */
  recent: string[]
}

/**
 * The form for a lead, and beside it the message that it makes. A press that sends leaves an empty form for the same customer,
 * with the focus where the next lead begins. What is typed is kept for its writer until it is stored as a lead.
 */
export function LeadForm({ today, draft, replaced: start, recent }: LeadFormProps) {
  const t = useTranslations('leads.form')
  const work = useTabWork(draft)
  const { keeper, outbox } = work
  const [begun] = useState(() => beginning(work, draft, start))
  const form = useLeadForm(today, begun.values)
  const { control, getValues } = form
  const { begin, clear, undo } = useCleared(form)
  const replaced = useReplaced(start)
  const sending = useSendLead({ form, work, replaced, today, begunWith: begun.letter, begin })
  const { isOther } = useDraft(form, keeper, replaced.replacing?.replaces ?? null)
  const originals = useOriginals(replaced.lead)
  useFirstFocus(start)
  useLeaveGuard(
    useCallback(() => hasTyped(getValues()) || outbox.isBusy(), [getValues, outbox]),
    useCallback(() => keeper.isKept() && outbox.isKept(), [keeper, outbox]),
  )
  useEffect(() => {
    if (begun.letter) outbox.takeOut(begun.letter)
    if (begun.isBeside) keeper.beginBeside()
    if (begun.isUnknown) window.location.replace(`/leads/new?replaces=${keeper.content?.replaces}`)
  }, [begun, keeper, outbox])

  const clearAll = () => {
    clear()
    replaced.leave()
  }
  const undoAll = () => {
    undo?.()
    replaced.comeBack()
  }

  return (
    <Originals value={originals}>
      <Form
        autoComplete="off"
        onSubmit={sending.submit}
        onKeyDownCapture={(event) => {
          sendOnCtrlEnter(event)
          goOnFromChoice(event, form)
          if (sending.isChecking.current) dropTyped(event)
        }}
        // One of several lines may stand half under the window's edge when it gets the focus.
        onFocus={({ target }) => {
          if (target instanceof HTMLTextAreaElement) target.scrollIntoView({ block: 'nearest' })
        }}
        onKeyDown={(event) => {
          goOnByEnter(event, form)
          leaveByEscape(event)
        }}
        className="flex max-w-6xl flex-col items-stretch gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]"
      >
        <div className="flex min-w-0 flex-col gap-4">
          <DraftNotice
            isOther={isOther}
            onTake={() => void takeOther(keeper)}
            onKeep={() => keeper.keepMine()}
          />
          {replaced.lead && (
            <ReplacedLine
              lead={replaced.lead}
              isLookedUp={replaced.isLookedUp}
              onLookedUp={replaced.setLookedUp}
            />
          )}
          <Panel title={t('recipient')}>
            <CustomerInputs form={form} recent={recent} />
          </Panel>
          <Panel title={t('person')}>
            <PersonInputs form={form} />
          </Panel>
          <Panel title={t('property')}>
            <PropertyInputs form={form} today={today} />
          </Panel>
        </div>
        {/* On a narrow page both keep to an edge of the window: the message above, what sends below. */}
        <div className="max-lg:contents lg:sticky lg:top-[calc(var(--ribbon)+1.25rem)] lg:flex lg:max-h-[calc(100dvh-var(--ribbon)-2.5rem)] lg:min-w-0 lg:flex-col lg:gap-4">
          <MessagePreview control={control} today={today} newText={sending.newText} />
          <SendBar
            form={form}
            failure={sending.failure}
            onClear={clearAll}
            onUndo={undo && undoAll}
            offer={<PasteOfferBar form={form} isBusy={() => sending.isChecking.current} />}
          >
            <SentStrip outbox={outbox} onOpen={sending.open} meanwhile={null} />
            <SimilarWarning form={form} except={replaced.replacing?.replaces ?? null} />
          </SendBar>
        </div>
      </Form>
    </Originals>
  )
}
