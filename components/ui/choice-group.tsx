'use client'

import { describedBy, FieldLabel, FieldNote, type FieldWords, fieldStyle, useFieldIds } from './field-parts'
import type { Option } from './options'
import { useEnteredBefore } from './use-entered-before'

export type ChoiceGroupProps = FieldWords & {
  options: Option[]
  value: string
  onChange: (id: string) => void
  onBlur?: () => void
  /** The first choice, so that an error can be given the focus. */
  inputRef?: React.Ref<HTMLInputElement>
  className?: string
}

/** One of a handful, all in sight: radio buttons that look like a row of buttons. A letter chooses what begins with it. */
export function ChoiceGroup(props: ChoiceGroupProps) {
  const { label, hint, error, isOptional = false, options, onBlur, inputRef = null, className = '' } = props
  const ids = useFieldIds()
  const place = useEnteredBefore(props.value, props.onChange)
  const chooseByLetter = (event: React.KeyboardEvent) => {
    const chosen = optionOf(event, options, props.value)
    if (!chosen) return
    event.preventDefault()
    // A letter may be a key of the page's.
    event.stopPropagation()
    props.onChange(chosen.id)
    place.current?.querySelector<HTMLInputElement>(`input[value="${chosen.id}"]`)?.focus()
  }
  return (
    <div
      ref={place}
      role="radiogroup"
      aria-labelledby={ids.label}
      {...describedBy(ids.note, { hint, error })}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) onBlur?.()
      }}
      className={`${fieldStyle.root} group ${className}`}
    >
      <FieldLabel id={ids.label} label={label} isOptional={isOptional} />
      <div className="flex flex-wrap gap-1">
        {options.map((option, index) => (
          <label
            key={option.id}
            className="relative inline-flex h-8 items-center rounded-md border border-control/50 bg-surface px-2.5 text-sm text-soft transition-colors select-none group-aria-invalid:border-danger hover:bg-hover hover:text-ink has-checked:border-link has-checked:bg-accent-wash has-checked:font-medium has-checked:text-link has-focus-visible:outline-2 has-focus-visible:outline-offset-1 has-focus-visible:outline-link pointer-coarse:h-10"
          >
            <input
              {...(index === 0 && { ref: inputRef })}
              type="radio"
              name={ids.control}
              value={option.id}
              checked={option.id === props.value}
              onChange={() => props.onChange(option.id)}
              onKeyDown={chooseByLetter}
              className="pointer-events-none absolute inset-0 size-full opacity-0"
            />
            <span>{option.name}</span>
          </label>
        ))}
      </div>
      <FieldNote id={ids.note} hint={hint} error={error} />
    </div>
  )
}

/** The next option whose name begins with the letter that was pressed, as in a list of the browser's own. */
function optionOf(event: React.KeyboardEvent, options: Option[], value: string): Option | undefined {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return undefined
  const letter = event.key.toLowerCase()
  const after = options.findIndex(({ id }) => id === value) + 1
  const inTurn = [...options.slice(after), ...options.slice(0, after)]
  return inTurn.find(({ name }) => name.toLowerCase().startsWith(letter))
}
