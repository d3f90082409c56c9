'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { FieldLabel, FieldNote, fieldStyle } from './field-parts'
import { Icon } from './icon'
import { partOnUse } from './part-on-use'
import type { SelectProps } from './select-list'

const SelectList = partOnUse(() => import('./select-list').then((list) => list.SelectList))

/** One of a few. */
export function Select(props: SelectProps) {
  const [from, setFrom] = useState({ hasFocus: false, isPressed: false })
  const meanwhile = (
    <ClosedSelect
      {...props}
      onFocusChange={(hasFocus) => setFrom((before) => ({ ...before, hasFocus }))}
      onPress={() => setFrom((before) => ({ ...before, isPressed: true }))}
    />
  )
  return <SelectList {...props} from={from} meanwhile={meanwhile} />
}

type ClosedSelectProps = SelectProps & {
  onFocusChange: (hasFocus: boolean) => void
  onPress: () => void
}

/** Looks like the select that comes in its place, and is as large; a press is kept for that. */
function ClosedSelect(props: ClosedSelectProps) {
  const { label, hint, error, isOptional = false, options, value, placeholder, className = '' } = props
  const { isDisabled = false, buttonRef, onFocusChange, onPress } = props
  const t = useTranslations('ui')
  const chosen = options.find(({ id }) => id === value)
  const shown = chosen?.name ?? placeholder ?? t('choose')
  return (
    <div className={`${fieldStyle.root} ${className}`}>
      <FieldLabel label={label} isOptional={isOptional} />
      <button
        ref={buttonRef}
        type="button"
        disabled={isDisabled}
        aria-label={`${shown} ${label}`}
        aria-haspopup="listbox"
        aria-expanded={false}
        onFocus={() => onFocusChange(true)}
        onBlur={() => onFocusChange(false)}
        onClick={onPress}
        className={`${fieldStyle.frame} justify-between gap-2 px-2.5 text-left focus-visible:outline-2 focus-visible:outline-link`}
      >
        <span
          translate={chosen?.note ? 'no' : undefined}
          className={`min-w-0 truncate ${chosen ? '' : 'text-faint'}`}
        >
          {shown}
        </span>
        <Icon name="chevron" className="text-faint" />
      </button>
      <FieldNote hint={hint} error={error} />
    </div>
  )
}
