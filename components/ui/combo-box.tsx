'use client'

import { ComboBox as AriaComboBox, Button, Group, Input, useFilter } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { FieldLabel, FieldNote, fieldStyle } from './field-parts'
import { Icon } from './icon'
import { type Option, Options } from './options'
import type { SelectProps } from './select'

export type ComboBoxProps = Omit<SelectProps, 'buttonRef'> & { inputRef?: React.Ref<HTMLInputElement> }

/** One of many, found by typing part of its name or of its note. */
export function ComboBox(props: ComboBoxProps) {
  const { label, hint, error, isOptional = false, options, value, onChange, onBlur, className = '' } = props
  const { placeholder, isDisabled = false, inputRef = null } = props
  const t = useTranslations('ui')
  const { contains } = useFilter({ sensitivity: 'base' })
  const items = options.map((option) => ({ ...option, text: textOf(option, options) }))
  const notes = new Map(items.map(({ text, note = '' }) => [text, note]))
  return (
    <AriaComboBox
      defaultItems={items}
      defaultFilter={(text, typed) =>
        [text, notes.get(text) ?? ''].some((part) => contains(part, typed.trim()))
      }
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      {...(onBlur && { onBlur })}
      allowsEmptyCollection
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      className={`${fieldStyle.root} ${className}`}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Group className={fieldStyle.frame} role="presentation">
        <Input ref={inputRef} placeholder={placeholder ?? t('choose')} className={fieldStyle.input} />
        <Button className="flex h-full items-center px-2 text-faint outline-none">
          <Icon name="chevron" />
        </Button>
      </Group>
      <FieldNote hint={hint} error={error} />
      <Options empty={t('nothingFound')} />
    </AriaComboBox>
  )
}

/** What stands in the field once an option is chosen: its name, with its note where two have that name. */
function textOf({ name, note }: Option, options: Option[]): string {
  const isShared = options.filter((option) => option.name === name).length > 1
  return isShared && note ? `${name} (${note})` : name
}
