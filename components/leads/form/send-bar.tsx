'use client'

import { type FieldErrors, get, useFormState, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import {
  formFields,
  hasTyped,
  type LeadFormField,
  type LeadFormValues,
  leadFieldOf,
} from './lead-form-values'
import type { SendFailure } from './send-failure'
import type { LeadFormControl, LeadFormState } from './use-lead-form'
import { useWindowEdge } from './use-window-edge'

type SendBarProps = {
  form: LeadFormState
  failure: SendFailure | null
  onClear: () => void
  /** Puts back what was cleared; `null` where nothing was. */
  onUndo: (() => void) | null
  /** What is offered for the fields; it is decided before the lead is sent. */
  offer: React.ReactNode
  /** What is to be known, and stands in nothing's way: leads that are alike, what became of those before. */
  children: React.ReactNode
}

/** The button that sends, and what stands in its way; in sight wherever on the page its reader is. */
export function SendBar({ form, failure, onClear, onUndo, offer, children }: SendBarProps) {
  const t = useTranslations('leads.form')
  const { control } = form
  const { isSubmitting } = useFormState({ control })
  const bar = useWindowEdge<HTMLDivElement>('bottom')
  return (
    <div
      ref={bar}
      className="z-20 shrink-0 max-lg:sticky very-low:max-lg:static max-lg:bottom-0 max-lg:-mx-4 max-lg:-mb-5 max-lg:border-t max-lg:border-line max-lg:bg-surface max-lg:px-4 max-lg:py-2 sm:max-lg:-mx-6 sm:max-lg:px-6"
    >
      <div className="max-lg:max-h-[50dvh] max-lg:overflow-y-auto low:max-lg:max-h-[20dvh] very-low:max-lg:max-h-none">
        {offer}
        <div role="alert" className="not-empty:mb-3">
          {failure && <FailureNotice failure={failure} />}
        </div>
        <WrongFields form={form} />
      </div>
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isSubmitting} className="grow">
          {t('send')}
        </Button>
        <Button variant="quiet" onPress={onClear} isDisabled={isSubmitting}>
          {t('clear')}
        </Button>
      </div>
      <p role="status" className="flex items-center gap-2 text-sm text-soft not-empty:mt-2">
        {onUndo && <UndoClear control={control} onUndo={onUndo} />}
      </p>
      <p className="mt-2 text-xs text-faint max-lg:hidden pointer-coarse:hidden">{t('sendKeys')}</p>
      {/* Under the button, which stays where it is whatever comes and goes here. */}
      <div className="flex flex-col max-lg:max-h-[30dvh] max-lg:overflow-y-auto low:max-lg:max-h-[15dvh] very-low:max-lg:max-h-none lg:mt-3">
        {children}
      </div>
    </div>
  )
}

/** Offers to put back what was cleared, until the next lead is begun. */
function UndoClear({ control, onUndo }: { control: LeadFormControl; onUndo: () => void }) {
  const t = useTranslations('leads.form')
  const isBegun = useWatch({ control, compute: hasTyped })
  if (isBegun) return null
  return (
    <>
      <span>{t('cleared')}</span>
      <Button variant="secondary" size="sm" onPress={onUndo}>
        {t('undo')}
      </Button>
    </>
  )
}

/** Says why the lead was not sent. The form is as it was. */
function FailureNotice({ failure }: { failure: SendFailure }) {
  const t = useTranslations('leads.form.failure')
  if (failure.kind === 'fields') return null
  const tone = failure.kind === 'unavailable' ? 'danger' : 'warning'
  return (
    <Notice tone={tone} title={t(`${failure.kind}.title`)}>
      <p>{t(`${failure.kind}.detail`)}</p>
      {failure.kind === 'replaced' && (
        <p className="mt-1">
          <TextLink href={`/leads/${failure.by}`} className="inline-flex min-h-6 items-center">
            {t('replaced.look')}
          </TextLink>
        </p>
      )}
      {failure.kind === 'no_answer' && (
        <p className="mt-1">
          <TextLink href="/leads" className="inline-flex min-h-6 items-center">
            {t('no_answer.look')}
          </TextLink>
        </p>
      )}
    </Notice>
  )
}

/** How many fields have to be mended before the lead can go, and which: each leads to its field. */
function WrongFields({ form: { control, setFocus } }: { form: LeadFormState }) {
  const t = useTranslations('leads.form')
  const tField = useTranslations('leads.field')
  const { errors, isSubmitted } = useFormState({ control })
  const wrong = isSubmitted ? formFields.filter((field) => isWrong(errors, field)) : []
  return (
    <div className="flex flex-wrap items-center gap-x-2 text-sm has-[li]:mb-2">
      <p role="status" className="text-danger">
        {wrong.length > 0 && t('wrongFields', { count: wrong.length })}
      </p>
      {wrong.length > 0 && (
        <ul className="flex flex-wrap gap-x-3">
          {wrong.map((field) => (
            <li key={field}>
              <button
                type="button"
                onClick={() => setFocus(field)}
                className="min-h-6 cursor-pointer rounded-sm text-link underline underline-offset-2"
              >
                {tField(leadFieldOf[field])}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const isWrong = (errors: FieldErrors<LeadFormValues>, field: LeadFormField): boolean =>
  get(errors, field) !== undefined
