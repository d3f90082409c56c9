'use client'

import { useCallback } from 'react'
import { useTranslations } from 'use-intl'
import type { FieldError } from '@/lib/validation/field-error'

/** What is wrong with a field, in the words of the page's language. */
export type FieldErrorWords = (error: Pick<FieldError, 'field' | 'code' | 'params'>) => string

export function useFieldErrorWords(): FieldErrorWords {
  const words = useTranslations('fieldError')
  return useCallback(({ code, params }) => words(code, params), [words])
}
