'use client'

import { Radio, RadioGroup, type RadioProps } from 'react-aria-components'
import { FieldLabel, FieldNote, type FieldWords, fieldStyle } from './field-parts'
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
  const place = useEnteredBefore(props.value, props.onChange)
  const chooseByLetter = (event: KeyPress) => {
    const chosen = optionOf(event, options, props.value)
    if (!chosen) return event.continuePropagation()
    props.onChange(chosen.id)
    place.current?.querySelector<HTMLInputElement>(`input[value="${chosen.id}"]`)?.focus()
  }
  return (
    <RadioGroup
      ref={place}
      // As long as none is chosen Tab has to find the first: an id that none has would take them all out of its way.
      value={options.some(({ id }) => id === props.value) ? props.value : null}
      onChange={props.onChange}
      {...(onBlur && { onBlur })}
      orientation="horizontal"
      validationBehavior="aria"
      isInvalid={error !== undefined}
      className={`${fieldStyle.root} group ${className}`}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <div className="flex flex-wrap gap-1">
        {options.map((option, index) => (
          <Radio
            key={option.id}
            value={option.id}
            {...(index === 0 && { inputRef })}
            onKeyDown={chooseByLetter}
            className="inline-flex h-8 items-center rounded-md border border-control/50 bg-surface px-2.5 text-sm text-soft transition-colors select-none [&_input]:scroll-my-6 group-data-[invalid]:border-danger hover:bg-hover hover:text-ink data-[focus-visible]:outline-2 data-[focus-visible]:outline-offset-1 data-[focus-visible]:outline-link data-[selected]:border-link data-[selected]:bg-accent-wash data-[selected]:font-medium data-[selected]:text-link pointer-coarse:h-10"
          >
            <span>{option.name}</span>
          </Radio>
        ))}
      </div>
      <FieldNote hint={hint} error={error} />
    </RadioGroup>
  )
}

type KeyPress = Parameters<NonNullable<RadioProps['onKeyDown']>>[0]

/** The next option whose name begins with the letter that was pressed, as in a list of the browser's own. */
function optionOf(event: KeyPress, options: Option[], value: string): Option | undefined {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return undefined
  const letter = event.key.toLowerCase()
  const after = options.findIndex(({ id }) => id === value) + 1
  const inTurn = [...options.slice(after), ...options.slice(0, after)]
  return inTurn.find(({ name }) => name.toLowerCase().startsWith(letter))
}
