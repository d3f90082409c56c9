'use client'

import { useState } from 'react'
import { useWatch } from 'react-hook-form'
import { emptyLeadForm, hasTyped, type LeadFormValues } from './lead-form-values'
import type { LeadFormState } from './use-lead-form'

/** Empties the form but for its customer, and can take that back until the next lead is begun. */
export function useCleared({ control, getValues, reset, setFocus }: LeadFormState) {
  const [cleared, setCleared] = useState<LeadFormValues | null>(null)
  const isBegun = useWatch({ control, compute: hasTyped })
  const empty = () => reset({ ...emptyLeadForm, customer: getValues('customer') })
  return {
    /** Without a way back: what it held was sent. */
    begin() {
      setCleared(null)
      empty()
    },
    clear() {
      const values = structuredClone(getValues())
      setCleared(hasTyped(values) ? values : null)
      empty()
    },
    /** `null` where there is nothing to put back, or what was typed since would be lost by it. */
    undo:
      cleared && !isBegun
        ? () => {
            setCleared(null)
            // Before: a reset form forgets for a moment where its fields are.
            setFocus('person.first_name')
            reset(cleared)
          }
        : null,
  }
}
