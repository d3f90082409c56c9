'use client'

import { useEffect, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { keepDraft, keptDraft } from './draft-memory'
import { type CheckedLead, leadFormResolver } from './lead-form-resolver'
import { emptyLeadForm, type LeadFormValues } from './lead-form-values'

export type LeadFormState = UseFormReturn<LeadFormValues, unknown, CheckedLead>
export type LeadFormControl = LeadFormState['control']

/** The form's state, as it was left if it was left half-filled. `today` is `YYYY-MM-DD` in Stockholm. */
export function useLeadForm(today: string): LeadFormState {
  const words = useFieldErrorWords()
  const [left] = useState(keptDraft)
  const form = useForm<LeadFormValues, unknown, CheckedLead>({
    defaultValues: left ?? emptyLeadForm,
    resolver: leadFormResolver(today, words),
    mode: 'onTouched',
  })
  const { getValues, trigger, formState } = form
  useEffect(() => () => keepDraft(getValues()), [getValues])

  // Errors that stand there are said anew when the language changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sending shows its errors itself
  useEffect(() => {
    if (formState.isSubmitted) void trigger()
  }, [words])

  return form
}
