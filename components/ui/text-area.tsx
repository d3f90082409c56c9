'use client'

import { TextArea as AriaTextArea, TextField as AriaTextField } from 'react-aria-components'
import { FieldLabel, FieldNote } from './field-parts'
import { fieldStyle } from './field-style'
import type { TextFieldProps } from './text-field'
import { useEnteredBefore } from './use-entered-before'

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
