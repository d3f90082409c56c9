'use client'

import {
  type TextFieldProps as AriaProps,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  Group,
  Input,
} from 'react-aria-components'
import { FieldLabel, FieldNote, type FieldWords, fieldStyle } from './field-parts'
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

export type TextAreaProps = Omit<TextFieldProps, 'prefix' | 'suffix' | 'isNumeric' | 'inputRef' | 'type'> & {
  inputRef?: React.Ref<HTMLTextAreaElement>
  rows?: number
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isOptional = false, className = '', ...others } = props
  const { placeholder = '', inputRef = null, rows = 2, ...field } = others
  const place = useEnteredBefore(field.value, field.onChange)
  return (
    <AriaTextField
      {...field}
      ref={place}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${fieldStyle.root} ${className}`}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <AriaTextArea
        ref={inputRef}
        rows={rows}
        placeholder={placeholder}
        className="field-sizing-content w-full rounded-md border border-control bg-surface px-2.5 py-1.25 text-base text-ink outline-offset-[-1px] placeholder:text-faint data-[focused]:outline-2 data-[focused]:outline-link data-[invalid]:border-danger pointer-coarse:text-lg"
      />
      <FieldNote hint={hint} error={error} />
    </AriaTextField>
  )
}
