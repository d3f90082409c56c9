'use client'

import { useId } from 'react'
import { useEnteredBefore } from './use-entered-before'

type SegmentedChoiceProps<T extends string> = {
  label: string
  options: readonly { id: T; name: string; content: React.ReactNode }[]
  value: T
  onChange: (id: T) => void
}

/**
 * A small choice of one among a few, all in sight. The browser's own radio buttons: it stands on every page, and needs
 * nothing of the UI kit.
 */
export function SegmentedChoice<T extends string>(props: SegmentedChoiceProps<T>) {
  const { label, options, value, onChange } = props
  const group = useId()
  const choose = (id: string) => {
    const chosen = options.find((option) => option.id === id)
    if (chosen) onChange(chosen.id)
  }
  const place = useEnteredBefore(value, choose)
  return (
    <div
      ref={place}
      role="radiogroup"
      aria-label={label}
      className="inline-flex rounded-md border border-line bg-canvas p-0.5"
    >
      {options.map((option) => (
        <label
          key={option.id}
          className="relative flex h-6 min-w-7 items-center justify-center rounded-sm px-1.5 text-xs whitespace-nowrap text-faint select-none hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:ring-1 has-checked:ring-line has-focus-visible:outline-2 has-focus-visible:outline-link pointer-coarse:h-9 pointer-coarse:min-w-10"
        >
          <input
            type="radio"
            name={group}
            value={option.id}
            checked={option.id === value}
            onChange={() => choose(option.id)}
            aria-label={option.name}
            className="sr-only"
          />
          <span className="inline-flex items-center">{option.content}</span>
        </label>
      ))}
    </div>
  )
}
