'use client'

import type { FieldValues } from 'react-hook-form'
import { ChoiceGroup, type ChoiceGroupProps } from '@/components/ui/choice-group'
import { type Bound, useBoundField } from './use-bound-field'

type FormChoiceGroupProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<ChoiceGroupProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'> & {
    /** Told after the form has it. */
    onChosen?: (id: string) => void
  }

/** A ChoiceGroup that stands for a field of a form. */
export function FormChoiceGroup<V extends FieldValues, T>(props: FormChoiceGroupProps<V, T>) {
  const { control, name, onChosen, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return (
    <ChoiceGroup
      {...field}
      {...bound}
      inputRef={ref}
      onChange={(id) => {
        bound.onChange(id)
        onChosen?.(id)
      }}
    />
  )
}
