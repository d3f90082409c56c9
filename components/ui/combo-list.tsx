'use client'

import { useEffect, useRef } from 'react'
import { ComboBox as AriaComboBox, Button, Group, Input, useFilter } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { fieldStyle } from './field-parts'
import { Icon } from './icon'
import { inPageLanguage } from './kit-language'
import { type ListedOption, ListLabel, ListNote, Options } from './options'
import type { SelectProps } from './select-list'

export type ComboBoxProps = Omit<SelectProps, 'buttonRef'> & { inputRef?: React.Ref<HTMLInputElement> }

type ComboListProps = Omit<ComboBoxProps, 'options'> & {
  options: ListedOption[]
  /** How it was left by what stood in its place: what was typed there, `null` where nothing was; whether its list was asked for. */
  from: { typed: string | null; hasFocus: boolean; opens: boolean }
}

/** What a `ComboBox` is once its page is used. */
export const ComboList = inPageLanguage((props: ComboListProps) => {
  const { label, hint, error, isOptional = false, options, value, onChange, onBlur, className = '' } = props
  const { placeholder, isDisabled = false, inputRef = null, from } = props
  const t = useTranslations('ui')
  const place = useTypedAgain(from)
  const { contains } = useFilter({ sensitivity: 'base' })
  const notes = new Map(options.map(({ text, note = '' }) => [text, note]))
  return (
    <AriaComboBox
      ref={place}
      defaultItems={options}
      defaultFilter={(text, typed) =>
        [text, notes.get(text) ?? ''].some((part) => contains(part, typed.trim()))
      }
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      {...(onBlur && { onBlur })}
      autoFocus={from.hasFocus}
      allowsEmptyCollection
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      className={`${fieldStyle.root} ${className}`}
    >
      <ListLabel label={label} isOptional={isOptional} />
      <Group className={fieldStyle.frame} role="presentation">
        <Input ref={inputRef} placeholder={placeholder ?? t('choose')} className={fieldStyle.input} />
        <Button className="flex h-full items-center px-2 text-faint outline-none">
          <Icon name="chevron" />
        </Button>
      </Group>
      <ListNote hint={hint} error={error} />
      <Options empty={t('nothingFound')} />
    </AriaComboBox>
  )
})

/** Types into the field that stands in the given place what was typed before it came, as if the person did: so its list opens. */
function useTypedAgain({ typed: text, opens }: ComboListProps['from']) {
  const place = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came before comes once
  useEffect(() => {
    const input = place.current?.querySelector('input')
    if (!input || (text === null && !opens)) return
    input.focus()
    if (text === null) {
      input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }))
      return
    }
    // React takes a value that is set in its own way for its own.
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, text)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  }, [])
  return place
}
