'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import type { ComboBoxProps } from './combo-list'
import { FieldLabel, FieldNote, fieldStyle } from './field-parts'
import { Icon } from './icon'
import type { Option } from './options'
import { partOnUse } from './part-on-use'
import { useEnteredBefore } from './use-entered-before'

const ComboList = partOnUse(() => import('./combo-list').then((list) => list.ComboList))

/** One of many, found by typing part of its name or of its note. */
export function ComboBox(props: ComboBoxProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [hasFocus, setFocus] = useState(false)
  const [opens, setOpens] = useState(false)
  const options = props.options.map((option) => ({ ...option, text: textOf(option, props.options) }))
  const chosen = options.find(({ id }) => id === props.value)?.text ?? ''
  return (
    <ComboList
      {...props}
      options={options}
      from={{ typed, hasFocus, opens }}
      meanwhile={
        <ClosedComboBox
          {...props}
          text={typed ?? chosen}
          onType={setTyped}
          onFocusChange={setFocus}
          onOpen={() => setOpens(true)}
        />
      }
    />
  )
}

type ClosedComboBoxProps = ComboBoxProps & {
  text: string
  onType: (text: string) => void
  onFocusChange: (hasFocus: boolean) => void
  /** Its list was asked for. */
  onOpen: () => void
}

/** Looks like the combo box that comes in its place, and is as large; what is typed is kept for that. */
function ClosedComboBox(props: ClosedComboBoxProps) {
  const { label, hint, error, isOptional = false, placeholder, className = '' } = props
  const { isDisabled = false, inputRef = null, text, onType, onFocusChange, onOpen } = props
  const t = useTranslations('ui')
  const id = useId()
  const place = useEnteredBefore(text, onType)
  return (
    <div ref={place} className={`${fieldStyle.root} ${className}`}>
      <FieldLabel label={label} isOptional={isOptional} />
      <div className={`${fieldStyle.frame} has-focus-visible:outline-2 has-focus-visible:outline-link`}>
        <input
          ref={inputRef}
          role="combobox"
          aria-label={label}
          aria-expanded={false}
          aria-controls={id}
          autoComplete="off"
          placeholder={placeholder ?? t('choose')}
          disabled={isDisabled}
          value={text}
          onChange={(event) => onType(event.target.value)}
          onFocus={() => onFocusChange(true)}
          onBlur={() => onFocusChange(false)}
          onKeyDown={({ key }) => {
            if (key === 'ArrowDown' || key === 'ArrowUp') onOpen()
          }}
          className={fieldStyle.input}
        />
        <span id={id} className="flex h-full items-center px-2 text-faint">
          <Icon name="chevron" />
        </span>
      </div>
      <FieldNote hint={hint} error={error} />
    </div>
  )
}

/** What stands in the field once an option is chosen: its name, with its note where two have that name. */
function textOf({ name, note }: Option, options: Option[]): string {
  const isShared = options.filter((option) => option.name === name).length > 1
  return isShared && note ? `${name} (${note})` : name
}
