'use client'

import { useState } from 'react'
import {
  Checkbox as AriaCheckbox,
  CheckboxGroup as AriaCheckboxGroup,
  useFilter,
} from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Data } from './data'
import { FieldLabel, FieldNote, type FieldWords, fieldStyle } from './field-parts'
import { Icon } from './icon'
import type { Option } from './options'
import { SearchField } from './search-field'

const look = {
  // What has the focus is smaller than what is seen of it, which is scrolled to.
  row: 'group flex items-start gap-2 py-1 text-sm text-ink select-none [&_input]:scroll-my-6',
  box: 'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-on-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-1 group-data-[focus-visible]:outline-link group-data-[selected]:border-transparent group-data-[selected]:bg-accent',
} as const

type CheckboxProps = { isSelected: boolean; onChange: (isSelected: boolean) => void; children: string }

/** One thing that is so or is not. */
export function Checkbox({ isSelected, onChange, children }: CheckboxProps) {
  return (
    <AriaCheckbox isSelected={isSelected} onChange={onChange} className={look.row}>
      <Box isSelected={isSelected} />
      <span>{children}</span>
    </AriaCheckbox>
  )
}

function CheckboxItem({ value, children }: { value: string; children: React.ReactNode }) {
  return (
    <AriaCheckbox value={value} className={look.row}>
      {({ isSelected }) => (
        <>
          <Box isSelected={isSelected} />
          <span className="min-w-0 wrap-anywhere">{children}</span>
        </>
      )}
    </AriaCheckbox>
  )
}

function Box({ isSelected }: { isSelected: boolean }) {
  return (
    <span aria-hidden="true" className={look.box}>
      {isSelected && <Icon name="check" className="size-3!" />}
    </span>
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
  return (
    <AriaCheckboxGroup
      value={value}
      onChange={onChange}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={fieldStyle.root}
    >
      <FieldLabel label={label} />
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
          <CheckboxItem key={id} value={id}>
            <span translate={note ? 'no' : undefined}>{name}</span>
            {note && <Data className="ml-2 font-mono text-xs text-faint">{note}</Data>}
          </CheckboxItem>
        ))}
        {found.length === 0 && <p className="py-1 text-sm text-faint">{t('nothingFound')}</p>}
      </div>
      <FieldNote hint={hint} error={error} />
    </AriaCheckboxGroup>
  )
}
