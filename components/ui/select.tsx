'use client'

import { Select as AriaSelect, Button, SelectValue } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { FieldLabel, FieldNote, type FieldWords, fieldStyle } from './field-parts'
import { Icon } from './icon'
import { type Option, Options } from './options'

export type SelectProps = FieldWords & {
  options: Option[]
  /** The id of the chosen option; `null` when none is. */
  value: string | null
  onChange: (id: string) => void
  onBlur?: () => void
  placeholder?: string
  isDisabled?: boolean
  buttonRef?: React.Ref<HTMLButtonElement>
  className?: string
}

/** One of a few. */
export function Select(props: SelectProps) {
  const { label, hint, error, isOptional = false, options, value, onChange, onBlur, className = '' } = props
  const { placeholder, isDisabled = false, buttonRef = null } = props
  const t = useTranslations('ui')
  return (
    <AriaSelect
      value={value}
      onChange={(key) => key !== null && onChange(String(key))}
      {...(onBlur && { onBlur })}
      placeholder={placeholder ?? t('choose')}
      validationBehavior="aria"
      isInvalid={error !== undefined}
      isDisabled={isDisabled}
      className={`${fieldStyle.root} ${className}`}
    >
      <FieldLabel label={label} isOptional={isOptional} />
      <Button ref={buttonRef} className={`${fieldStyle.frame} justify-between gap-2 px-2.5 text-left`}>
        <SelectValue<Option> className="min-w-0 truncate data-[placeholder]:text-faint">
          {({ selectedItem, defaultChildren }) =>
            selectedItem ? (
              <span key={selectedItem.id} translate={selectedItem.note ? 'no' : undefined}>
                {selectedItem.name}
              </span>
            ) : (
              <span key="none">{defaultChildren}</span>
            )
          }
        </SelectValue>
        <Icon name="chevron" className="text-faint" />
      </Button>
      <FieldNote hint={hint} error={error} />
      <Options items={options} empty={t('nothingToChoose')} />
    </AriaSelect>
  )
}
