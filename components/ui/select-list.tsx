'use client'

import { Select as AriaSelect, Button, SelectValue } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { type FieldWords, fieldStyle } from './field-parts'
import { Icon } from './icon'
import { inPageLanguage } from './kit-language'
import { ListLabel, ListNote, type Option, Options } from './options'

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

/** What a `Select` is once its page is used. `from`: how it was left by what stood in its place. */
export const SelectList = inPageLanguage(
  (props: SelectProps & { from: { hasFocus: boolean; isPressed: boolean } }) => {
    const { label, hint, error, isOptional = false, options, value, onChange, onBlur, className = '' } = props
    const { placeholder, isDisabled = false, buttonRef = null, from } = props
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
        autoFocus={from.hasFocus}
        defaultOpen={from.isPressed}
        className={`${fieldStyle.root} ${className}`}
      >
        <ListLabel label={label} isOptional={isOptional} />
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
        <ListNote hint={hint} error={error} />
        <Options items={options} empty={t('nothingToChoose')} />
      </AriaSelect>
    )
  },
)
