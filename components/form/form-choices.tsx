'use client'

import type { FieldValues } from 'react-hook-form'
import { ChoiceGroup, type ChoiceGroupProps } from '@/components/ui/choice-group'
import { ComboBox } from '@/components/ui/combo-box'
import type { ComboBoxProps } from '@/components/ui/combo-list'
import { Select } from '@/components/ui/select'
import type { SelectProps } from '@/components/ui/select-list'
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

type FormComboBoxProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<ComboBoxProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'inputRef'> & {
    /** Told after the form has it. */
    onChosen?: (id: string) => void
  }

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

type FormSelectProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<SelectProps, 'value' | 'onChange' | 'onBlur' | 'error' | 'buttonRef'>

export function FormSelect<V extends FieldValues, T>({ control, name, ...field }: FormSelectProps<V, T>) {
  const { ref, bound } = useBoundField<V, T>({ control, name })
  return <Select {...field} {...bound} value={bound.value || null} buttonRef={ref} />
}
