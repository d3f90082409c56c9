'use client'

import type { FieldValues } from 'react-hook-form'
import { TextField, type TextFieldProps } from '@/components/ui/text-field'
import { type Bound, useBoundField } from './use-bound-field'

type FormTextFieldProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<TextFieldProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'error' | 'inputRef'>

/** A TextField that stands for a field of a form. */
export function FormTextField<V extends FieldValues, T>(props: FormTextFieldProps<V, T>) {
  const { control, name, onBlur, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return (
    <TextField
      {...field}
      {...bound}
      inputRef={ref}
      onBlur={(event) => {
        onBlur?.(event)
        bound.onBlur()
      }}
    />
  )
}
