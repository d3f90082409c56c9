'use client'

import { FieldError, Label, Text } from 'react-aria-components'
import { useTranslations } from 'use-intl'

/** What every field says about itself. */
export type FieldWords = {
  label: string
  /** A line under the field that helps before anything is wrong. */
  hint?: string | undefined
  /** What is wrong; takes the place of the hint and is announced. */
  error?: string | undefined
  /** Marks the field as one that may be left empty. */
  isOptional?: boolean
}

/** The label over a field. */
export function FieldLabel({ label, isOptional = false }: Pick<FieldWords, 'label' | 'isOptional'>) {
  const words = useTranslations('ui')
  return (
    <Label className="flex justify-between gap-2 text-sm font-medium text-ink select-none">
      {label}
      {isOptional && <span className="font-normal text-faint">{words('optional')}</span>}
    </Label>
  )
}

/**
 * The line under a field: what is wrong with it, else the hint. Both are tied to the field for screen readers.
 * Its place is kept while it is empty: an error that pushed the page down as a field is left would push the
 * button away from under the press that left it.
 */
export function FieldNote({ hint, error }: Pick<FieldWords, 'hint' | 'error'>) {
  return (
    <div className="-mt-0.5 min-h-4 text-xs">
      {error !== undefined ? (
        <FieldError className="block text-danger">{error}</FieldError>
      ) : (
        hint !== undefined && (
          <Text slot="description" className="block text-faint">
            {hint}
          </Text>
        )
      )}
    </div>
  )
}
