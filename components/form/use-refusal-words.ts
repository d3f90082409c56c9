'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '@/lib/api-client/call-api'
import { refusalKind } from '@/lib/api-client/refusal-kind'

/**
 * Says why what somebody sent did not go through, and what they can do; `otherwise` where only the screen itself can
 * tell, because nobody knows what became of it.
 */
export function useRefusalWords(): (error: unknown, otherwise: string) => string {
  const words = useTranslations('refusal')
  return useCallback(
    (error, otherwise) => {
      const kind = refusalKind(error)
      return kind === null ? otherwise : `${words(`${kind}.title`)}. ${words(`${kind}.detail`)}`
    },
    [words],
  )
}

/** Whether something was refused because it is not, or not any more, as the page showed it. */
const isOutOfDate = (error: unknown) =>
  error instanceof ApiError && (error.refusal.code === 'not_allowed' || error.refusal.code === 'not_found')

/** The same as {@link useRefusalWords}, of a change to something that somebody else may have changed first, or removed. */
export function useChangeRefusalWords(): (error: unknown, otherwise: string) => string {
  const words = useTranslations('access')
  const refusalWords = useRefusalWords()
  return (error, otherwise) =>
    isOutOfDate(error) ? words('changedMeanwhile') : refusalWords(error, otherwise)
}
