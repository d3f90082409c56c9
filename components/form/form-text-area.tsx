'use client'

import type { FieldValues } from 'react-hook-form'
import { TextArea, type TextAreaProps } from '@/components/ui/text-area'
import { type Bound, useBoundField } from './use-bound-field'

type FormTextAreaProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<TextAreaProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'inputRef'>

/** A TextArea that stands for a field of a form. */
export function FormTextArea<V extends FieldValues, T>(props: FormTextAreaProps<V, T>) {
  const { control, name, ...field } = props
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return <TextArea {...field} {...bound} inputRef={ref} />
}
