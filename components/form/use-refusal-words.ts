'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import { ApiError } from '@/lib/api-client/call-api'
import { refusalKind } from '@/lib/api-client/refusal-kind'

/** Codes of a refusal for which a screen has words of its own. */
type OwnWords = Record<string, string>

/**
 * Says why what a person sent did not go through, and what they can do: in the screen's `own` words for its code; else as
 * every screen does; `otherwise` where only the screen itself can tell, because what became of it is not known.
 */
export function useRefusalWords(): (error: unknown, otherwise: string, own?: OwnWords) => string {
  const t = useTranslations('refusal')
  return useCallback(
    (error, otherwise, own = {}) => {
      const told = error instanceof ApiError ? own[error.refusal.code] : undefined
      if (told !== undefined) return told
      const kind = refusalKind(error)
      return kind === null ? otherwise : `${t(`${kind}.title`)}. ${t(`${kind}.detail`)}`
    },
    [t],
  )
}

/** The same as {@link useRefusalWords}, of a change to something that another person may have changed first, or removed. */
export function useChangeRefusalWords(): (error: unknown, otherwise: string, own?: OwnWords) => string {
  const changedMeanwhile = useTranslations('refusal.change')('changedMeanwhile')
  const refusalWords = useRefusalWords()
  return (error, otherwise, own) =>
    refusalWords(error, otherwise, { not_allowed: changedMeanwhile, not_found: changedMeanwhile, ...own })
}
