'use client'

import { Button, FieldError, Label, Text } from 'react-aria-components'
import { useTranslations } from 'use-intl'

/** A button beside a question. */
export type Answer = { label: string; onPress: () => void }

/** What every field says about itself. */
export type FieldWords = {
  label: string
  /** A line under the field that helps before anything is wrong. */
  hint?: string | undefined
  /** What is wrong; takes the place of the hint and is announced. */
  error?: string | undefined
  /** Where the error is a question: what may be answered. */
  answers?: Answer[]
  /** Marks the field as one that may be left empty. */
  isOptional?: boolean
}

const answerStyle =
  'cursor-pointer rounded-sm font-medium text-link underline underline-offset-2 outline-none data-[focus-visible]:ring-2 data-[focus-visible]:ring-link'

/** The label over a field. */
export function FieldLabel({ label, isOptional = false }: Pick<FieldWords, 'label' | 'isOptional'>) {
  const words = useTranslations('ui')
  return (
    <Label className="flex justify-between gap-2 text-sm font-medium text-ink select-none">
      <span>{label}</span>
      {isOptional && <span className="font-normal text-faint">{words('optional')}</span>}
    </Label>
  )
}

/**
 * The line under a field: what is wrong with it, else the hint. Both are tied to the field for screen readers.
 * Its place is kept while it is empty: an error that pushed the page down as a field is left would push the
 * button away from under the press that left it.
 */
export function FieldNote({ hint, error, answers = [] }: Pick<FieldWords, 'hint' | 'error' | 'answers'>) {
  return (
    <div className="-mt-0.5 flex min-h-4 flex-wrap items-baseline gap-x-2 text-xs">
      {error !== undefined ? (
        <>
          <FieldError className="text-danger">
            <span>{error}</span>
          </FieldError>
          {answers.map(({ label, onPress }) => (
            <Button key={label} slot={null} onPress={onPress} className={answerStyle}>
              {label}
            </Button>
          ))}
        </>
      ) : (
        hint !== undefined && (
          <Text slot="description" className="text-faint">
            <span>{hint}</span>
          </Text>
        )
      )}
    </div>
  )
}
