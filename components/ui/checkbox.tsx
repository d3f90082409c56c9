'use client'

import { useState } from 'react'
import { useFilter } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Data } from './data'
import { describedBy, FieldLabel, FieldNote, type FieldWords, fieldStyle, useFieldIds } from './field-parts'
import { Icon } from './icon'
import type { Option } from './options'
import { SearchField } from './search-field'

const look = {
  row: 'group relative flex items-start gap-2 py-1 text-sm text-ink select-none',
  box: 'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-on-accent group-has-focus-visible:outline-2 group-has-focus-visible:outline-offset-1 group-has-focus-visible:outline-link group-has-checked:border-transparent group-has-checked:bg-accent',
} as const

type CheckboxProps = {
  isSelected: boolean
  onChange: (isSelected: boolean) => void
  children: React.ReactNode
} & Pick<React.ComponentProps<'input'>, 'aria-invalid' | 'aria-describedby'>

/** One thing that is so or is not. */
export function Checkbox({ isSelected, onChange, children, ...described }: CheckboxProps) {
  return (
    <label className={look.row}>
      <input
        {...described}
        type="checkbox"
        checked={isSelected}
        onChange={(event) => onChange(event.target.checked)}
        className="sr-only"
      />
      <span aria-hidden="true" className={look.box}>
        {isSelected && <Icon name="check" className="size-3!" />}
      </span>
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  )
}

type CheckboxGroupProps = FieldWords & {
  options: Option[]
  /** The ids of the chosen ones. */
  value: string[]
  onChange: (ids: string[]) => void
  /** What can be searched for, where there may be more options than one looks through. */
  searchFor?: string
}

/** So many are looked through. */
const fewOptions = 12

/** Any number of a list, all in sight; a long list scrolls in its own place, and can be narrowed by typing. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { label, hint, error, options, value, onChange, searchFor } = props
  const t = useTranslations('ui')
  const { contains } = useFilter({ sensitivity: 'base' })
  const [typed, setTyped] = useState('')
  const isFound = ({ name, note = '' }: Option) => [name, note].some((text) => contains(text, typed.trim()))
  const isLong = searchFor !== undefined && options.length > fewOptions
  const found = isLong ? options.filter(isFound) : options
  const ids = useFieldIds()
  const described = describedBy(ids.note, { hint, error })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out as the labels of fields are
    <div
      role="group"
      aria-labelledby={ids.label}
      aria-describedby={described['aria-describedby']}
      className={fieldStyle.root}
    >
      <FieldLabel id={ids.label} label={label} />
      {isLong && (
        <div className="mb-1.5">
          <SearchField label={searchFor} placeholder={searchFor} value={typed} onChange={setTyped} />
          <p role="status" className="mt-1 text-xs text-faint">
            {t('foundAndChosen', { found: found.length, chosen: value.length })}
          </p>
        </div>
      )}
      <div className="max-h-48 overflow-y-auto rounded-md border border-control/50 px-2.5 py-1">
        {found.map(({ id, name, note }) => (
          <Checkbox
            key={id}
            {...described}
            isSelected={value.includes(id)}
            onChange={(is) => onChange(is ? [...value, id] : value.filter((one) => one !== id))}
          >
            <span translate={note ? 'no' : undefined}>{name}</span>
            {note && <Data className="ml-2 font-mono text-xs text-faint">{note}</Data>}
          </Checkbox>
        ))}
        {found.length === 0 && <p className="py-1 text-sm text-faint">{t('nothingFound')}</p>}
      </div>
      <FieldNote id={ids.note} hint={hint} error={error} />
    </div>
  )
}
