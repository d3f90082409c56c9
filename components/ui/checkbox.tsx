'use client'

import { Checkbox as AriaCheckbox, CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components'
import { Data } from './data'
import { FieldLabel, FieldNote, type FieldWords, fieldStyle } from './field-parts'
import { Icon } from './icon'
import type { Option } from './options'

const look = {
  row: 'group flex items-start gap-2 py-1 text-sm text-ink select-none',
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
}

/** Any number of a list, all in sight; a long list scrolls in its own place. */
export function CheckboxGroup({ label, hint, error, options, value, onChange }: CheckboxGroupProps) {
  return (
    <AriaCheckboxGroup
      value={value}
      onChange={onChange}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={fieldStyle.root}
    >
      <FieldLabel label={label} />
      <div className="max-h-48 overflow-y-auto rounded-md border border-control/50 px-2.5 py-1">
        {options.map(({ id, name, note }) => (
          <CheckboxItem key={id} value={id}>
            <span translate={note ? 'no' : undefined}>{name}</span>
            {note && <Data className="ml-2 font-mono text-xs text-faint">{note}</Data>}
          </CheckboxItem>
        ))}
      </div>
      <FieldNote hint={hint} error={error} />
    </AriaCheckboxGroup>
  )
}
