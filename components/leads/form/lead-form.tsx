'use client'

import { useCallback, useState } from 'react'
import { useTranslations } from 'use-intl'
import { showFieldErrors, useFieldErrorWords } from '@/components/form/field-error-words'
import { Form } from '@/components/form/form'
import { useLeaveGuard } from '@/components/form/unsent-work'
import { Panel } from '@/components/ui/panel'
import { CustomerInputs } from './customer-inputs'
import { hasTyped } from './lead-form-values'
import { MessagePreview, MessageText } from './message-preview'
import { PersonInputs } from './person-inputs'
import { PropertyInputs } from './property-inputs'
import { SendBar } from './send-bar'
import { SentOutcome } from './sent-outcome'
import { useCleared, useLeadForm } from './use-lead-form'
import { useSendLead } from './use-send-lead'

/** The form for a lead, and beside it the message that it makes. `today` is `YYYY-MM-DD` in Stockholm. */
export function LeadForm({ today }: { today: string }) {
  const t = useTranslations('leads.form')
  const errorWords = useFieldErrorWords()
  const form = useLeadForm(today)
  const { control, getValues, handleSubmit } = form
  const { begin, clear, undo } = useCleared(form)
  const { send, sent, failure, newText, backToForm } = useSendLead(today)
  const [isAnother, setAnother] = useState(false)
  useLeaveGuard(useCallback(() => hasTyped(getValues()), [getValues]))

  const submit = handleSubmit(async (checked) => {
    const outcome = await send(checked)
    if (outcome === null) return
    if ('status' in outcome) {
      if (outcome.status !== 'rejected') begin()
    } else if (outcome.kind === 'fields') showFieldErrors(form.setError, outcome.errors, errorWords)
  })

  return (
    <Form
      autoComplete="off"
      onSubmit={submit}
      onKeyDownCapture={sendOnCtrlEnter}
      onKeyDown={keepOnEnter}
      className="grid max-w-6xl items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_26rem]"
    >
      {sent ? (
        <SentOutcome
          lead={sent.lead}
          customer={getValues('customer.customer_id')}
          onEdit={backToForm}
          onAnother={() => {
            begin()
            setAnother(true)
            backToForm()
          }}
        />
      ) : (
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title={t('recipient')}>
            <CustomerInputs form={form} />
          </Panel>
          <Panel title={t('person')}>
            <PersonInputs form={form} hasFocus={isAnother} />
          </Panel>
          <Panel title={t('property')}>
            <PropertyInputs form={form} today={today} />
          </Panel>
        </div>
      )}
      <div className="flex min-w-0 flex-col gap-4 lg:sticky lg:top-[calc(var(--ribbon)+1.25rem)]">
        <Panel title={t(sent ? 'messageSent' : 'message')}>
          {sent ? (
            <MessageText parts={[{ kind: 'text', text: sent.message }]} />
          ) : (
            <MessagePreview control={control} today={today} newText={newText} />
          )}
        </Panel>
        {!sent && <SendBar control={control} failure={failure} onClear={clear} onUndo={undo} />}
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

/** Enter alone sends nothing: a lead cannot be called back, and Enter is how people leave a field. */
function keepOnEnter(event: FormKey): void {
  if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
}
