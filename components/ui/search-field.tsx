'use client'

import { SearchField as AriaSearchField, Button, Group, Input } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { fieldStyle } from './field-parts'
import { Icon } from './icon'
import { useEnteredBefore } from './use-entered-before'

type SearchFieldProps = {
  /** Read to screen readers; the placeholder shows what can be searched for. */
  label: string
  placeholder: string
  value: string
  onChange: (text: string) => void
  className?: string
}

/** In a form Enter would send that. */
const stay = () => undefined

/** A search box: Escape or the cross empties it. */
export function SearchField({ label, placeholder, value, onChange, className = '' }: SearchFieldProps) {
  const t = useTranslations('ui')
  const place = useEnteredBefore(value, onChange)
  return (
    <AriaSearchField
      ref={place}
      aria-label={label}
      value={value}
      onChange={onChange}
      onSubmit={stay}
      className={`group min-w-0 ${className}`}
    >
      <Group className={fieldStyle.frame} role="presentation">
        <Icon name="search" className="ml-2.5 text-faint" />
        <Input
          placeholder={placeholder}
          className={`${fieldStyle.input} [&::-webkit-search-cancel-button]:hidden`}
        />
        <Button
          aria-label={t('clear')}
          className="flex h-full items-center px-2 text-faint group-data-[empty]:invisible hover:text-ink"
        >
          <Icon name="close" />
        </Button>
      </Group>
    </AriaSearchField>
  )
}
