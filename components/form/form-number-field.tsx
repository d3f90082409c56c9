'use client'

import type { FieldValues } from 'react-hook-form'
import { TextField, type TextFieldProps } from '@/components/ui/text-field'
import { groupDigits } from './group-digits'
import { type Bound, useBoundField } from './use-bound-field'

type FormNumberFieldProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<TextFieldProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'inputRef'>

/** A number as Swedes type it. Its digits are grouped when the field is left, so that zeros can be counted. */
export function FormNumberField<V extends FieldValues, T>(props: FormNumberFieldProps<V, T>) {
  const { control, name, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return (
    <TextField
      {...field}
      {...bound}
      isNumeric
      inputRef={ref}
      onBlur={() => {
        const grouped = groupDigits(bound.value)
        if (grouped !== bound.value) bound.onChange(grouped)
        bound.onBlur()
      }}
    />
  )
}
