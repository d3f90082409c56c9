'use client'

import { createContext, useContext, useRef } from 'react'
import { type FieldPath, type FieldValues, type UseControllerProps, useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'

/** Which field of which form a control stands for. */
export type Bound<V extends FieldValues, T> = Required<
  Pick<UseControllerProps<V, FieldPath<V>, T>, 'control' | 'name'>
>

/**
 * What a text control needs to stand for a field of a form: its text, what changes it, what is wrong with it.
 * That a field is still empty is said once the form was sent, not to a person on the way to it.
 */
export function useBoundField<V extends FieldValues, T>({ control, name }: Bound<V, T>) {
  const { field, fieldState, formState } = useController<V, FieldPath<V>, T>({ control, name })
  const { error } = fieldState
  const input = useRef<{ focus(): void } | null>(null)
  const changed = useOriginalHint(name, String(field.value))
  const isTold = error !== undefined && (error.type !== 'required' || formState.isSubmitted)
  return {
    ref: (element: HTMLElement | null) => {
      input.current = element
      // By which a form tells which of its fields has the focus.
      if (element) element.dataset.field = name
      field.ref(element)
    },
    focus: () => input.current?.focus(),
    /** What kind of wrong it is: the code of the error that is told. */
    errorType: isTold ? error.type : undefined,
    bound: {
      value: String(field.value),
      onChange: (text: string) => field.onChange(text),
      onBlur: field.onBlur,
      error: isTold ? error.message : undefined,
      ...(changed !== undefined && { hint: changed }),
    },
  }
}

/** What a field held before it was changed, as the form has it and as it is read. */
type Original = { value: string; shown: string }

/** What the fields of a form held at first, by their names; empty where they are filled from nothing. */
export const Originals = createContext<Readonly<Record<string, Original>>>({})

/** A line that says of a field that it was changed, and from what; `undefined` as long as it was not. */
function useOriginalHint(name: string, value: string): string | undefined {
  const t = useTranslations('ui')
  const original = useContext(Originals)[name]
  if (original === undefined || original.value.trim() === value.trim()) return undefined
  return original.shown.trim() === '' ? t('changedFromEmpty') : t('changedFrom', { was: original.shown })
}
