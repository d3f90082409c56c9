'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { normalForm } from '@/lib/validation/plain-text'
import { Checkbox } from './checkbox'
import { Data } from './data'
import { describedBy, FieldLabel, FieldNote, type FieldWords, fieldStyle, useFieldIds } from './field-parts'
import type { Option } from './options'
import { SearchField } from './search-field'

type CheckboxGroupProps = FieldWords & {
  options: Option[]
  /** The ids of the chosen ones. */
  value: string[]
  onChange: (ids: string[]) => void
  /** What can be searched for, where there may be more options than one looks through. */
  searchFor?: string
}

/** So many are looked through. */
const fewOptions = 12

/** Any number of a list, all in sight; a long list scrolls in its own place, and can be narrowed by typing. */
export function CheckboxGroup(props: CheckboxGroupProps) {
  const { label, hint, error, options, value, onChange, searchFor } = props
  const t = useTranslations('ui')
  const contains = useContains()
  const [typed, setTyped] = useState('')
  const isFound = ({ name, note = '' }: Option) => [name, note].some((text) => contains(text, typed.trim()))
  const isLong = searchFor !== undefined && options.length > fewOptions
  const found = isLong ? options.filter(isFound) : options
  const ids = useFieldIds()
  const described = describedBy(ids.note, { hint, error })
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be laid out as the labels of fields are
    <div
      role="group"
      aria-labelledby={ids.label}
      aria-describedby={described['aria-describedby']}
      className={fieldStyle.root}
    >
      <FieldLabel id={ids.label} label={label} />
      {isLong && (
        <div className="mb-1.5">
          <SearchField label={searchFor} placeholder={searchFor} value={typed} onChange={setTyped} />
          <p role="status" className="mt-1 text-xs text-faint">
            {t('foundAndChosen', { found: found.length, chosen: value.length })}
          </p>
        </div>
      )}
      <div className="max-h-48 overflow-y-auto rounded-md border border-control/50 px-2.5 py-1">
        {found.map(({ id, name, note }) => (
          <Checkbox
            key={id}
            {...described}
            isSelected={value.includes(id)}
            onChange={(is) => onChange(is ? [...value, id] : value.filter((one) => one !== id))}
          >
            <span translate={note ? 'no' : undefined}>{name}</span>
            {note && <Data className="ml-2 font-mono text-xs text-faint">{note}</Data>}
          </Checkbox>
        ))}
        {found.length === 0 && <p className="py-1 text-sm text-faint">{t('nothingFound')}</p>}
      </div>
      <FieldNote id={ids.note} hint={hint} error={error} />
    </div>
  )
}

/** Whether a text has another in it, as readers of the page's language look at letters: whatever their case and accents. */
function useContains(): (text: string, part: string) => boolean {
  const collator = new Intl.Collator(useLocale(), { usage: 'search', sensitivity: 'base' })
  return (text, part) => {
    const [whole, sought] = [normalForm('NFC', text), normalForm('NFC', part)]
    const starts = Array.from({ length: Math.max(0, whole.length - sought.length) + 1 }, (_, start) => start)
    return starts.some((start) => collator.compare(whole.slice(start, start + sought.length), sought) === 0)
  }
}
