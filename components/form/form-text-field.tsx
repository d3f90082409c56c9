'use client'

import type { FieldValues } from 'react-hook-form'
import { TextArea, type TextAreaProps, TextField, type TextFieldProps } from '@/components/ui/text-field'
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

type FormTextAreaProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<TextAreaProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'inputRef'>

export function FormTextArea<V extends FieldValues, T>(props: FormTextAreaProps<V, T>) {
  const { control, name, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return <TextArea {...field} {...bound} inputRef={ref} />
}
