'use client'

import { useTranslations } from 'use-intl'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { ApiError } from '@/lib/api-client/call-api'

/** Why a change of people was refused, in the words of the page's language. */
export function usePeopleRefusalWords(): (error: unknown) => string {
  const words = useTranslations('people')
  const refusalWords = useChangeRefusalWords()
  return (error) => {
    const code = error instanceof ApiError ? error.refusal.code : null
    if (code === 'last_administrator') return words('lastAdministrator')
    if (code === 'already_exists') return words('alreadyThere')
    return refusalWords(error, words('notSaved'))
  }
}
