'use client'

import type { FieldValues } from 'react-hook-form'
import { ComboBox, type ComboBoxProps } from '@/components/ui/combo-box'
import { type Bound, useBoundField } from './use-bound-field'

type FormComboBoxProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<ComboBoxProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'> & {
    /** Told after the form has it. */
    onChosen?: (id: string) => void
  }

/** A ComboBox that stands for a field of a form. */
export function FormComboBox<V extends FieldValues, T>(props: FormComboBoxProps<V, T>) {
  const { control, name, onChosen, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return (
    <ComboBox
      {...field}
      {...bound}
      value={bound.value || null}
      inputRef={ref}
      onChange={(id) => {
        bound.onChange(id)
        onChosen?.(id)
      }}
    />
  )
}
