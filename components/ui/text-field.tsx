'use client'

import { describedBy, FieldLabel, FieldNote, type FieldWords, fieldStyle, useFieldIds } from './field-parts'
import { useEnteredBefore } from './use-entered-before'

/** What a control of the browser's own is given besides. */
type OwnProps<E extends 'input' | 'textarea'> = Pick<
  React.ComponentProps<E>,
  'autoComplete' | 'autoFocus' | 'inputMode' | 'maxLength' | 'name' | 'placeholder' | 'spellCheck' | 'onBlur'
>

type TextProps = FieldWords & {
  value: string
  onChange: (text: string) => void
  isDisabled?: boolean
  className?: string
}

export type TextFieldProps = TextProps &
  OwnProps<'input'> & {
    type?: 'text' | 'email' | 'password' | 'tel'
    /** Shown inside the frame before or after the text: `kr`, `m²`. */
    prefix?: string
    suffix?: string
    inputRef?: React.Ref<HTMLInputElement>
    /** Numbers stand in figures of one width. */
    isNumeric?: boolean
  }

const affix = 'shrink-0 text-sm text-faint select-none'

/** One line of text. The browser's own field, so that none waits for the UI kit. */
export function TextField(props: TextFieldProps) {
  const { label, hint, error, answers, isOptional = false, isNumeric = false, ...others } = props
  const { prefix, suffix, value, onChange, isDisabled = false, inputRef = null, ...rest } = others
  const { className = '', type = 'text', ...input } = rest
  const ids = useFieldIds()
  const place = useEnteredBefore(value, onChange)
  return (
    <div ref={place} className={`${fieldStyle.root} ${className}`}>
      <FieldLabel label={label} isOptional={isOptional} htmlFor={ids.control} />
      <div className={fieldStyle.frame}>
        {prefix && <span className={`${affix} pl-2.5`}>{prefix}</span>}
        <input
          {...(isNumeric && { inputMode: 'decimal' })}
          {...input}
          {...describedBy(ids.note, { hint, error })}
          ref={inputRef}
          id={ids.control}
          type={type}
          disabled={isDisabled}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className={`${fieldStyle.input} ${isNumeric ? 'tabular-nums' : ''}`}
        />
        {suffix && <span className={`${affix} pr-2.5`}>{suffix}</span>}
      </div>
      <FieldNote id={ids.note} hint={hint} error={error} {...(answers && { answers })} />
    </div>
  )
}

export type TextAreaProps = Omit<TextProps, 'answers'> &
  OwnProps<'textarea'> & { inputRef?: React.Ref<HTMLTextAreaElement>; rows?: number }

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { label, hint, error, isOptional = false, value, onChange, isDisabled = false, ...others } = props
  const { className = '', inputRef = null, rows = 2, ...area } = others
  const ids = useFieldIds()
  const place = useEnteredBefore(value, onChange)
  return (
    <div ref={place} className={`${fieldStyle.root} ${className}`}>
      <FieldLabel label={label} isOptional={isOptional} htmlFor={ids.control} />
      <textarea
        {...area}
        {...describedBy(ids.note, { hint, error })}
        ref={inputRef}
        id={ids.control}
        rows={rows}
        disabled={isDisabled}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="field-sizing-content w-full rounded-md border border-control bg-surface px-2.5 py-1.25 text-base text-ink outline-offset-[-1px] placeholder:text-faint focus:outline-2 focus:outline-link aria-invalid:border-danger pointer-coarse:text-lg"
      />
      <FieldNote id={ids.note} hint={hint} error={error} />
    </div>
  )
}
