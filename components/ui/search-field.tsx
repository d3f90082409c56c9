'use client'

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

/**
 * A search box: Escape or the cross empties it, Escape in an empty one leaves it for the page, and Enter goes to the first row that was
 * found. The browser's own, because the log is the page that is opened most.
 */
export function SearchField({ label, placeholder, value, onChange, className = '' }: SearchFieldProps) {
  const t = useTranslations('ui')
  const place = useEnteredBefore(value, onChange)
  const isEmpty = value === ''
  return (
    <div ref={place} className={`min-w-0 ${className}`}>
      <div className={`${fieldStyle.frame} has-[input:focus]:outline-2 has-[input:focus]:outline-link`}>
        <Icon name="search" className="ml-2.5 text-faint" />
        <input
          type="search"
          aria-label={label}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            // In a form Enter would send that.
            if (event.key === 'Enter') event.preventDefault()
            if (event.key === 'Enter' && !event.nativeEvent.isComposing)
              leave(event.currentTarget, '.row-link')
            if (event.key !== 'Escape') return
            if (isEmpty) return leave(event.currentTarget, '#content')
            // Escape may mean something to what stands around, too.
            event.preventDefault()
            event.stopPropagation()
            onChange('')
          }}
          className={`${fieldStyle.input} [&::-webkit-search-cancel-button]:hidden`}
        />
        <button
          type="button"
          tabIndex={-1}
          aria-label={t('clear')}
          onClick={() => {
            onChange('')
            place.current?.querySelector('input')?.focus()
          }}
          className={`flex h-full items-center px-2 text-faint hover:text-ink ${isEmpty ? 'invisible' : ''}`}
        >
          <Icon name="close" />
        </button>
      </div>
    </div>
  )
}

/** To the first such thing on the page, where the field stands on that itself and not in a form or over it. */
function leave(field: HTMLElement, to: string): void {
  if (field.closest('form, [role="dialog"]')) return
  document.querySelector<HTMLElement>(`main${to}, main ${to}`)?.focus({ preventScroll: to === '#content' })
}
