'use client'

import type { FieldValues } from 'react-hook-form'
import { Select, type SelectProps } from '@/components/ui/select'
import { type Bound, useBoundField } from './use-bound-field'

type FormSelectProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<SelectProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'buttonRef'>

/** A Select that stands for a field of a form. */
export function FormSelect<V extends FieldValues, T>({ control, name, ...field }: FormSelectProps<V, T>) {
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return <Select {...field} {...bound} value={bound.value || null} buttonRef={ref} />
}
