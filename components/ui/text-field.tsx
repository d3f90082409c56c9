'use client'

import {
  type TextFieldProps as AriaProps,
  TextField as AriaTextField,
  Group,
  Input,
} from 'react-aria-components'
import { FieldLabel, FieldNote, type FieldWords } from './field-parts'
import { fieldStyle } from './field-style'
import { useEnteredBefore } from './use-entered-before'

export type TextFieldProps = Omit<AriaProps, 'className' | 'style' | 'children' | 'isInvalid'> &
  FieldWords & {
    /** Shown inside the frame before or after the text: `kr`, `m²`. */
    prefix?: string
    suffix?: string
    placeholder?: string
    inputRef?: React.Ref<HTMLInputElement>
    /** Numbers stand in figures of one width. */
    isNumeric?: boolean
    className?: string
  }

const affix = 'shrink-0 text-sm text-faint select-none'

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, answers, isOptional = false, isNumeric = false, ...others } = props
  const { prefix, suffix, placeholder = '', inputRef = null, className = '', ...field } = others
  const place = useEnteredBefore(field.value, field.onChange)
  return (
    <AriaTextField
      {...field}
      ref={place}
      {...(isNumeric && { inputMode: 'decimal' })}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${fieldStyle.root} ${className}`}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Group className={fieldStyle.frame} role="presentation">
        {prefix && <span className={`${affix} pl-2.5`}>{prefix}</span>}
        <Input
          ref={inputRef}
          placeholder={placeholder}
          className={`${fieldStyle.input} ${isNumeric ? 'tabular-nums' : ''}`}
        />
        {suffix && <span className={`${affix} pr-2.5`}>{suffix}</span>}
      </Group>
      <FieldNote hint={hint} error={error} {...(answers && { answers })} />
    </AriaTextField>
  )
}
