'use client'

import { useTranslations } from 'use-intl'
import { ApiError } from '@/lib/http/api-error'

/** Why a change of people was refused, in the words of the page's language. */
export function useRefusalWords(): (error: unknown) => string {
  const words = useTranslations('people')
  return (error) => {
    const code = error instanceof ApiError ? error.refusal.code : null
    if (code === 'last_administrator') return words('lastAdministrator')
    return words(code === 'already_exists' ? 'alreadyThere' : 'notSaved')
  }
}
