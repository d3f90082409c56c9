'use client'

import { useFormState, useWatch } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { hasTyped } from './lead-form-values'
import type { SendFailure } from './send-failure'
import type { LeadFormControl } from './use-lead-form'

type SendBarProps = {
  control: LeadFormControl
  failure: SendFailure | null
  onClear: () => void
  /** Puts back what was cleared; `null` where nothing was. */
  onUndo: (() => void) | null
}

/** The button that sends, and what stands in its way. */
export function SendBar({ control, failure, onClear, onUndo }: SendBarProps) {
  const t = useTranslations('leads.form')
  const { errors, isSubmitted, isSubmitting } = useFormState({ control })
  const wrong = isSubmitted ? countErrors(errors) : 0
  return (
    <div>
      <div role="alert" className="not-empty:mb-3">
        {failure && <FailureNotice failure={failure} />}
      </div>
      <p role="status" className="text-sm text-danger not-empty:mb-3">
        {wrong > 0 && t('wrongFields', { count: wrong })}
      </p>
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
      <p className="mt-2 text-xs text-faint pointer-coarse:hidden">{t('sendKeys')}</p>
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
      {failure.kind === 'no_answer' && (
        <p className="mt-1">
          <TextLink href="/leads">{t('no_answer.look')}</TextLink>
        </p>
      )}
    </Notice>
  )
}

/** How many fields are wrong, in whatever part of the form: a tree that ends in React Hook Form's field errors. */
function countErrors(errors: object): number {
  return Object.values(errors).reduce<number>((count, node: unknown) => {
    if (typeof node !== 'object' || node === null) return count
    return count + ('type' in node && typeof node.type === 'string' ? 1 : countErrors(node))
  }, 0)
}
