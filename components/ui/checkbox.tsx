'use client'

import { Icon } from './icon'

const look = {
  // What has the focus is as large as what is seen of it, which is scrolled to.
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
        className="pointer-events-none absolute inset-0 size-full opacity-0"
      />
      <span aria-hidden="true" className={look.box}>
        {isSelected && <Icon name="check" className="size-3!" />}
      </span>
      <span className="min-w-0 wrap-anywhere">{children}</span>
    </label>
  )
}
