'use client'

import type { FieldPath, FieldValues, UseFormSetError } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { ApiError } from '@/lib/api-client/call-api'
import { useFieldErrorWords } from './field-error-words'
import { useRefusalWords } from './use-refusal-words'

/** Where a refusal is said, and how. */
type Told<V extends FieldValues> = Record<string, { field: FieldPath<V> | 'root'; message: string }>

/** Says why a form was refused: beside the field that it is about, else under the form. */
export function useShowRefusal<V extends FieldValues>(
  setError: UseFormSetError<V>,
  fields: readonly FieldPath<V>[],
  told: Told<V>,
): (error: unknown) => void {
  const words = useTranslations('access')
  const refusalWords = useRefusalWords()
  const fieldErrorWords = useFieldErrorWords()
  return (error) => {
    const refusal = error instanceof ApiError ? error.refusal : null
    const known = refusal && told[refusal.code]
    if (known) {
      setError(known.field, { type: refusal.code, message: known.message }, { shouldFocus: true })
      return
    }
    const wrong = refusal?.errors.find((one) => fields.some((field) => field === one.field))
    const field = fields.find((name) => name === wrong?.field)
    if (wrong && field) setError(field, { type: wrong.code, message: fieldErrorWords(wrong) })
    else setError('root', { message: refusalWords(error, words('failed')) })
  }
}
