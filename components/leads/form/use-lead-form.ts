'use client'

import { useEffect, useState } from 'react'
import { type UseFormReturn, useForm } from 'react-hook-form'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { type CheckedLead, leadFormResolver } from './lead-form-resolver'
import { emptyLeadForm, hasTyped, type LeadFormValues } from './lead-form-values'
import { focusField } from './needed-fields'

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
  const { getValues, subscribe, trigger, formState } = form
  useEffect(() => {
    // With each change too: a page that takes the place of this one is made before this one is gone.
    const stop = subscribe({ formState: { values: true }, callback: ({ values }) => keepDraft(values) })
    return () => {
      stop()
      keepDraft(getValues())
    }
  }, [getValues, subscribe])

  // Errors that stand there are said anew when the language changes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: sending shows its errors itself
  useEffect(() => {
    if (formState.isSubmitted) void trigger()
  }, [words])

  return form
}

let draft: LeadFormValues | null = null

/**
 * Keeps a half-filled form while its writer looks something up on another page. In memory only: it is
 * a person's data, and must be gone when the tab is.
 */
function keepDraft(values: LeadFormValues): void {
  draft = hasTyped(values) ? structuredClone(values) : null
}

/** The form as it was left, if anything was typed. */
function keptDraft(): LeadFormValues | null {
  return draft
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
