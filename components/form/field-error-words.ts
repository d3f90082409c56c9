'use client'

import { useCallback } from 'react'
import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { Refusal } from '@/lib/api-client/call-api'
import type { FieldError } from '@/lib/validation/field-error'

/** What is wrong with a field, in the words of the page's language. */
export type FieldErrorWords = (error: Pick<FieldError, 'field' | 'code' | 'params'>) => string

export function useFieldErrorWords(): FieldErrorWords {
  const t = useTranslations('fieldError')
  return useCallback(({ code, params }) => t(code, params), [t])
}

/** What the server found wrong with a field that the form has. */
export type ErrorOfForm<V extends FieldValues> = Refusal['errors'][number] & { field: FieldPath<V> }

/** Puts what the server found wrong beside the fields, and the focus on the first. */
export function showFieldErrors<V extends FieldValues>(
  setError: UseFormSetError<V>,
  errors: readonly ErrorOfForm<V>[],
  words: FieldErrorWords,
): void {
  for (const [index, error] of errors.entries()) {
    setError(error.field, { type: error.code, message: words(error) }, { shouldFocus: index === 0 })
  }
}
