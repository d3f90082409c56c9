'use client'

import type { FieldValues } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { TextField, type TextFieldProps } from '@/components/ui/text-field'
import { grouped, type NumberKind, numberChoices, parseSwedishNumber } from '@/lib/validation/swedish-number'
import { type Bound, useBoundField } from './use-bound-field'

type FormNumberFieldProps<V extends FieldValues, T> = Bound<V, T> &
  Omit<TextFieldProps, 'name' | 'value' | 'defaultValue' | 'onChange' | 'onBlur' | 'error' | 'inputRef'> & {
    /** What it is a number of, and so which units may be typed with it. */
    kind?: NumberKind
  }

/**
 * A number as Swedes type it. Its digits are grouped when the field is left, so that zeros can be counted; one that
 * may be a thousand times another is asked about.
 */
export function FormNumberField<V extends FieldValues, T>(props: FormNumberFieldProps<V, T>) {
  const { control, name, kind = 'count', ...field } = props
  const { ref, bound, focus } = useBoundField<V, T>({ control, name })
  const t = useTranslations('ui')
  const choices = bound.error === undefined ? [] : numberChoices(bound.value, kind)
  return (
    <TextField
      {...field}
      {...bound}
      {...(choices.length > 0 && {
        error: t('whichNumber'),
        answers: choices.map((choice) => ({
          label: choice,
          onPress: () => {
            bound.onChange(choice)
            focus()
          },
        })),
      })}
      isNumeric
      inputRef={ref}
      onBlur={() => {
        const grouped = groupDigits(bound.value, kind)
        if (grouped !== bound.value) bound.onChange(grouped)
        bound.onBlur()
      }}
    />
  )
}

/**
 * `5500000` → `5 500 000`, decimals as they were typed; `5,5 mkr` → `5 500 000`, so that its writer sees how it was
 * read. What is no number, or may be two, is left alone.
 */
export function groupDigits(text: string, kind: NumberKind = 'count'): string {
  const value = parseSwedishNumber(text, kind)
  if (value === null) return text
  if (parseSwedishNumber(text) === null) return grouped(value)
  const [whole = '', ...rest] = text.replace(/\s/g, '').split(/(?=[.,])/)
  return whole.replace(/\B(?=(\d{3})+$)/g, ' ') + rest.join('')
}
