'use client'

import type { FieldValues } from 'react-hook-form'
import { TextArea, type TextAreaProps, TextField, type TextFieldProps } from '@/components/ui/text-field'
import { type Bound, useBoundField } from './use-bound-field'

type FormTextFieldProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<TextFieldProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'error' | 'inputRef'> &
  Limited

/** How many characters there is room for; how many are used is shown once most of them are. */
type Limited = { most?: number }

/** From which part of the room on it is shown. */
const isNear = 0.8

/** How much of the room is used: `27/30`; nothing as long as there is plenty. In the units that limits are in. */
export const usedOf = (text: string, most?: number): string | undefined => {
  const used = text.trim().length
  return most !== undefined && used >= most * isNear ? `${used}/${most}` : undefined
}

/** A TextField that stands for a field of a form. */
export function FormTextField<V extends FieldValues, T>(props: FormTextFieldProps<V, T>) {
  const { control, name, onBlur, most, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  const used = usedOf(bound.value, most)
  return (
    <TextField
      {...field}
      {...bound}
      {...(used !== undefined && { suffix: used })}
      inputRef={ref}
      onBlur={(event) => {
        onBlur?.(event)
        bound.onBlur()
      }}
    />
  )
}

type FormTextAreaProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<TextAreaProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'inputRef'> &
  Limited

export function FormTextArea<V extends FieldValues, T>(props: FormTextAreaProps<V, T>) {
  const { control, name, most, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  const used = usedOf(bound.value, most)
  return <TextArea {...field} {...(used !== undefined && { hint: used })} {...bound} inputRef={ref} />
}
