'use client'

import { createContext, useContext } from 'react'
import { useTranslations } from 'use-intl'

/** What a field held before it was changed, as the form has it and as it is read. */
type Original = { value: string; shown: string }

/** What the fields of a form held at first, by their names; empty where they are filled from nothing. */
export const Originals = createContext<Readonly<Record<string, Original>>>({})

/** A line that says of a field that it was changed, and from what; `undefined` as long as it was not. */
export function useOriginalHint(name: string, value: string): string | undefined {
  const t = useTranslations('ui')
  const original = useContext(Originals)[name]
  if (original === undefined || original.value.trim() === value.trim()) return undefined
  return original.shown.trim() === '' ? t('changedFromEmpty') : t('changedFrom', { was: original.shown })
}
