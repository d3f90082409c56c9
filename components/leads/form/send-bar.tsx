'use client'

import { useFormState } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { countErrors } from './count-errors'
import { FailureNotice } from './failure-notice'
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
  const words = useTranslations('leadForm')
  const { errors, isSubmitted, isSubmitting } = useFormState({ control })
  const wrong = isSubmitted ? countErrors(errors) : 0
  return (
    <div>
      <div role="alert" className="not-empty:mb-3">
        {failure && <FailureNotice failure={failure} />}
      </div>
      <p role="status" className="text-sm text-danger not-empty:mb-3">
        {wrong > 0 && words('wrongFields', { count: wrong })}
      </p>
      <div className="flex items-center gap-2">
        <Button type="submit" variant="primary" isPending={isSubmitting} className="grow">
          {words('send')}
        </Button>
        <Button variant="quiet" onPress={onClear} isDisabled={isSubmitting}>
          {words('clear')}
        </Button>
      </div>
      <p role="status" className="flex items-center gap-2 text-sm text-soft not-empty:mt-2">
        {onUndo && <span>{words('cleared')}</span>}
        {onUndo && (
          <Button variant="secondary" size="sm" onPress={onUndo}>
            {words('undo')}
          </Button>
        )}
      </p>
      <p className="mt-2 text-xs text-faint pointer-coarse:hidden">{words('sendKeys')}</p>
    </div>
  )
}
