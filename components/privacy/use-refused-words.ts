'use client'

import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { ApiError } from '@/lib/api-client/call-api'

/** Why something about retention was not done. */
export function useRefusedWords(): (error: Error) => string {
  const words = useTranslations('privacy.retention')
  const refusalWords = useRefusalWords()
  return (error) =>
    error instanceof ApiError && error.refusal.code === 'set_changed'
      ? words('changed')
      : refusalWords(error, words('failed'))
}
