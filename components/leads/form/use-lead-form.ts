'use client'

import { useEffect, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { type CheckedLead, leadFormResolver } from './lead-form-resolver'
import { emptyLeadForm, hasTyped, type LeadFormValues } from './lead-form-values'
import { focusField } from './needed-fields'

export type LeadFormState = UseFormReturn<LeadFormValues, unknown, CheckedLead>
export type LeadFormControl = LeadFormState['control']

/** The form's state, filled with what it begins with. `today` is `YYYY-MM-DD` in Stockholm. */
export function useLeadForm(today: string, begin: LeadFormValues): LeadFormState {
  const words = useFieldErrorWords()
  const form = useForm<LeadFormValues, unknown, CheckedLead>({
    defaultValues: begin,
    resolver: leadFormResolver(today, words),
    mode: 'onTouched',
  })
  const { trigger, formState } = form

  // Errors that stand there are said anew when the language changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sending shows its errors itself
  useEffect(() => {
    if (formState.isSubmitted) void trigger()
  }, [words])

  return form
}

/** Empties the form but for its customer, and can take that back until the next lead is begun. */
export function useCleared({ getValues, reset }: LeadFormState) {
  const [cleared, setCleared] = useState<LeadFormValues | null>(null)
  const empty = () => reset({ ...emptyLeadForm, customer: getValues('customer') })
  return {
    /** Without a way back: what it held was sent. The next lead begins in the first field of the person. */
    begin() {
      setCleared(null)
      focusField('person.first_name')
      empty()
    },
    clear() {
      const values = structuredClone(getValues())
      setCleared(hasTyped(values) ? values : null)
      empty()
    },
    /** Puts back what was cleared; `null` where nothing was. What was typed since is lost by it. */
    undo:
      cleared &&
      (() => {
        setCleared(null)
        focusField('person.first_name')
        reset(cleared)
      }),
  }
}
