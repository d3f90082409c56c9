'use client'

import type { UseFormSetError } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { ApiError } from '@/lib/api-client/call-api'
import type { Entry } from './entry-resolver'

/** Says why an entry was not saved: beside the field where it is about one, else under the form. */
export function useShowRefusal(setError: UseFormSetError<Entry>): (error: unknown) => void {
  const words = useTranslations('customers')
  const refusalWords = useRefusalWords()
  const fieldErrorWords = useFieldErrorWords()
  return (error) => {
    const refusal = error instanceof ApiError ? error.refusal : null
    if (refusal?.code === 'already_exists') {
      setError('vitecId', { type: refusal.code, message: words('alreadyExists') }, { shouldFocus: true })
      return
    }
    const [wrong] = refusal?.errors ?? []
    if (wrong?.field === 'vitecId' || wrong?.field === 'name') {
      setError(wrong.field, { type: wrong.code, message: fieldErrorWords(wrong) }, { shouldFocus: true })
    } else {
      setError('root', { message: refusalWords(error, words('notSaved')) })
    }
  }
}
