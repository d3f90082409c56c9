'use client'

import { useId } from 'react'
import { useTranslations } from 'use-intl'

/** The look that all fields share. */
export const fieldStyle = {
  /** A button in the same row: as low as the field's frame, whatever is under that. */
  beside: 'sm:mt-6',
  root: 'flex min-w-0 flex-col gap-1',
  /** The frame of a one-line control: it carries the border, so that a prefix or suffix is inside it. */
  frame:
    'flex h-8 w-full min-w-0 items-center rounded-md border border-control bg-surface text-base text-ink outline-offset-[-1px] transition-colors pointer-coarse:h-10 pointer-coarse:text-lg has-[:is(input,textarea):focus]:outline-2 has-[:is(input,textarea):focus]:outline-link data-[focused]:outline-2 data-[focused]:outline-link data-[focus-within]:outline-2 data-[focus-within]:outline-link has-[[aria-invalid=true]]:border-danger data-[invalid]:border-danger has-[:disabled]:opacity-60',
  input: 'h-full w-full min-w-0 bg-transparent px-2.5 outline-none placeholder:text-faint',
  popover:
    'min-w-(--trigger-width) max-w-[calc(100vw-1rem)] overflow-hidden rounded-md bg-raised p-1 shadow-popover outline-none',
  option:
    'flex min-h-7 cursor-default items-center gap-2 rounded-sm px-2 py-1 text-sm text-ink outline-none pointer-coarse:min-h-9 data-[focused]:bg-hover data-[selected]:font-medium',
} as const

/** A button beside a question. */
type Answer = { label: string; onPress: () => void }

/** What every field says about itself. */
export type FieldWords = {
  label: string
  /** A line under the field that helps before anything is wrong. */
  hint?: string | undefined
  /** What is wrong; takes the place of the hint and is announced. */
  error?: string | undefined
  /** Where the error or the hint is a question: what may be answered. */
  answers?: Answer[]
  /** Marks the field as one that may be left empty. */
  isOptional?: boolean
}

/** The ids by which a field's words are tied to its control. */
export function useFieldIds() {
  const id = useId()
  return { control: id, label: `${id}-label`, note: `${id}-note` }
}

/** What a control that is not the kit's says of itself: that it is wrong, and which line is about it. */
export const describedBy = (note: string, { hint, error }: Pick<FieldWords, 'hint' | 'error'>) => ({
  ...((error ?? hint) !== undefined && { 'aria-describedby': note }),
  ...(error !== undefined && { 'aria-invalid': true }),
})

type FieldLabelProps = Pick<FieldWords, 'label' | 'isOptional'> & {
  id?: string
  /** The id of the one control that it is the label of. */
  htmlFor?: string
  /** What ties it to its control by itself. */
  as?: React.ElementType
}

export function FieldLabel({ label, isOptional = false, id, htmlFor, as }: FieldLabelProps) {
  const t = useTranslations('ui')
  const Element = as ?? (htmlFor === undefined ? 'span' : 'label')
  return (
    <Element
      {...(id && { id })}
      {...(htmlFor && { htmlFor })}
      className="flex justify-between gap-2 text-sm font-medium text-ink select-none"
    >
      <span>{label}</span>
      {isOptional && <span className="font-normal text-faint">{t('optional')}</span>}
    </Element>
  )
}

type FieldNoteProps = Pick<FieldWords, 'hint' | 'error' | 'answers'> & {
  /** By which its control is described by it. */
  id?: string
  /** What ties each to its control by itself. */
  as?: { error: React.ElementType; hint: React.ElementType }
}

/**
 * The line under a field: what is wrong with it, else the hint. Both are tied to the field for screen readers.
 * Its place is kept while it is empty: an error that pushed the page down as a field is left would push the
 * button away from under the press that left it.
 */
export function FieldNote({ hint, error, answers = [], id, as }: FieldNoteProps) {
  const { error: Wrong, hint: Hint } = as ?? { error: 'span', hint: 'span' }
  const tie = id && { id }
  return (
    <div className="-mt-0.5 flex min-h-4 flex-wrap items-baseline gap-x-2 text-xs">
      {error !== undefined ? (
        <Wrong {...tie} className="text-danger">
          <span>{error}</span>
        </Wrong>
      ) : (
        hint !== undefined && (
          <Hint {...tie} className="text-faint">
            <span>{hint}</span>
          </Hint>
        )
      )}
      {answers.map(({ label, onPress }) => (
        <button key={label} type="button" onClick={onPress} className={answerStyle}>
          {label}
        </button>
      ))}
    </div>
  )
}

const answerStyle =
  '-my-1 min-h-6 cursor-pointer rounded-sm font-medium text-link underline underline-offset-2'
