'use client'

import { Checkbox as AriaCheckbox } from 'react-aria-components'
import { Icon } from './icon'

type CheckboxProps = { isSelected: boolean; onChange: (isSelected: boolean) => void; children: string }

/** One thing that is so or is not. */
export function Checkbox({ isSelected, onChange, children }: CheckboxProps) {
  return (
    <AriaCheckbox
      isSelected={isSelected}
      onChange={onChange}
      className="group flex items-start gap-2 py-1 text-sm text-ink select-none"
    >
      <span
        aria-hidden="true"
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-on-accent group-data-[focus-visible]:outline-2 group-data-[focus-visible]:outline-offset-1 group-data-[focus-visible]:outline-link group-data-[selected]:border-transparent group-data-[selected]:bg-accent"
      >
        {isSelected && <Icon name="check" className="size-3!" />}
      </span>
      {children}
    </AriaCheckbox>
  )
}
