'use client'

import { Checkbox as AriaCheckbox } from 'react-aria-components'
import { Icon } from './icon'

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

/** One of a CheckboxGroup. */
export function CheckboxItem({ value, children }: { value: string; children: React.ReactNode }) {
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
