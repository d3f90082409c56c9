'use client'

import { useCallback, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { showFieldErrors, useFieldErrorWords } from '@/components/form/field-error-words'
import { Form } from '@/components/form/form'
import { useLeaveGuard } from '@/components/form/unsent-work'
import { Panel } from '@/components/ui/panel'
import { CustomerInputs } from './customer-inputs'
import { hasTyped } from './lead-form-values'
import { MessagePreview } from './message-preview'
import { focusNeeded } from './needed-fields'
import { PasteOfferBar } from './paste-offer'
import { PersonInputs } from './person-inputs'
import { PropertyInputs } from './property-inputs'
import { SendBar } from './send-bar'
import { SentStrip } from './sent-strip'
import { type LeadFormState, useCleared, useLeadForm } from './use-lead-form'
import { useSendLead } from './use-send-lead'

/**
 * The form for a lead, and beside it the message that it makes. What was sent leaves an empty form for the same customer,
 * with the focus where the next lead begins. `today` is `YYYY-MM-DD` in Stockholm.
 */
export function LeadForm({ today }: { today: string }) {
  const t = useTranslations('leads.form')
  const errorWords = useFieldErrorWords()
  const form = useLeadForm(today)
  const { control, getValues, handleSubmit } = form
  const { begin, clear, undo } = useCleared(form)
  const { send, sent, dismiss, failure, newText } = useSendLead(today)
  const isSending = useRef(false)
  useLeaveGuard(useCallback(() => hasTyped(getValues()), [getValues]))

  const sendChecked = handleSubmit(async (checked) => {
    const outcome = await send(checked)
    if (outcome === null) return
    if ('status' in outcome) {
      if (outcome.status !== 'rejected') begin()
    } else if (outcome.kind === 'fields') showFieldErrors(form.setError, outcome.errors, errorWords)
  })
  const submit = async (event: React.FormEvent) => {
    event.preventDefault()
    if (isSending.current) return
    isSending.current = true
    await sendChecked(event).finally(() => {
      isSending.current = false
    })
  }

  return (
    <Form
      autoComplete="off"
      onSubmit={submit}
      onKeyDownCapture={(event) => {
        sendOnCtrlEnter(event)
        if (isSending.current) dropTyped(event)
      }}
      onKeyDown={(event) => goOnByEnter(event, form)}
      className="flex max-w-6xl flex-col items-stretch gap-4 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] lg:items-start lg:gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]"
    >
      <div className="flex min-w-0 flex-col gap-4">
        <Panel title={t('recipient')}>
          <CustomerInputs form={form} />
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
        <MessagePreview control={control} today={today} newText={newText} />
        <SendBar form={form} failure={failure} onClear={clear} onUndo={undo}>
          <PasteOfferBar form={form} isBusy={() => isSending.current} />
          <SentStrip sent={sent} onDismiss={dismiss} />
        </SendBar>
      </div>
    </Form>
  )
}

type FormKey = React.KeyboardEvent<HTMLFormElement>

/**
 * Ctrl+Enter or Cmd+Enter sends, wherever in the form the focus is: taken before the field gets it, because radio buttons
 * and buttons keep Enter to themselves. In an open list it chooses, as Enter does.
 */
function sendOnCtrlEnter(event: FormKey): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  if (event.target instanceof HTMLElement && event.target.ariaExpanded === 'true') return
  event.preventDefault()
  event.stopPropagation()
  if (!event.repeat) event.currentTarget.requestSubmit()
}

/** What is typed while a lead is under way would be of no lead: it is gone with the form that is emptied, or was not sent. */
function dropTyped(event: FormKey): void {
  const isText = event.key.length === 1 && !event.ctrlKey && !event.metaKey
  if (isText || event.key === 'Backspace' || event.key === 'Delete') event.preventDefault()
}

/**
 * Enter alone sends nothing: a lead cannot be called back, and Enter is how people leave a field. It goes to the next that
 * has to be filled in.
 */
function goOnByEnter(event: FormKey, form: LeadFormState): void {
  if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return
  const isChoosing = event.defaultPrevented || event.target.ariaExpanded === 'true'
  event.preventDefault()
  if (!isChoosing && !event.repeat) focusNeeded(form)
}
