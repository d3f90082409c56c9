'use client'

import { CheckboxGroup as AriaCheckboxGroup } from 'react-aria-components'
import { CheckboxItem } from './checkbox'
import { Data } from './data'
import { FieldLabel, FieldNote, type FieldWords } from './field-parts'
import { fieldStyle } from './field-style'
import type { Option } from './options'

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
