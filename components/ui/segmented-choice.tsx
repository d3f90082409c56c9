'use client'

import { Radio, RadioGroup } from 'react-aria-components'
import { useEnteredBefore } from './use-entered-before'

type SegmentedChoiceProps<T extends string> = {
  label: string
  options: readonly { id: T; name: string; content: React.ReactNode }[]
  value: T
  onChange: (id: T) => void
}

/** A small choice of one among a few, all in sight. */
export function SegmentedChoice<T extends string>(props: SegmentedChoiceProps<T>) {
  const { label, options, value, onChange } = props
  const choose = (id: string) => {
    const chosen = options.find((option) => option.id === id)
    if (chosen) onChange(chosen.id)
  }
  const place = useEnteredBefore(value, choose)
  return (
    <RadioGroup
      ref={place}
      aria-label={label}
      orientation="horizontal"
      value={value}
      onChange={choose}
      className="inline-flex rounded-md border border-line bg-canvas p-0.5"
    >
      {options.map((option) => (
        <Radio
          key={option.id}
          value={option.id}
          aria-label={option.name}
          className="flex h-6 min-w-7 items-center justify-center rounded-sm px-1.5 text-xs text-faint select-none hover:text-ink data-[focus-visible]:outline-2 data-[focus-visible]:outline-link data-[selected]:bg-surface data-[selected]:text-ink data-[selected]:ring-1 data-[selected]:ring-line pointer-coarse:h-9 pointer-coarse:min-w-10"
        >
          <span className="inline-flex items-center">{option.content}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
