import type { FieldPath } from 'react-hook-form'
import type { FieldErrorWords } from '@/components/form/field-error-words'
import type { Refusal } from '@/lib/api-client/call-api'
import { emptyLeadForm, type LeadFormValues } from './lead-form-values'
import type { LeadFormState } from './use-lead-form'

const fieldNames = new Set(
  Object.entries(emptyLeadForm).flatMap(([part, fields]) =>
    Object.keys(fields).map((field) => `${part}.${field}`),
  ),
)

/** Puts what the server found wrong beside the fields, and the focus on the first. */
export function showFieldErrors(
  { setError }: LeadFormState,
  errors: Refusal['errors'],
  words: FieldErrorWords,
): void {
  errors.filter(isOfForm).forEach((error, index) => {
    setError(error.field, { type: error.code, message: words(error) }, { shouldFocus: index === 0 })
  })
}

type FormError = Refusal['errors'][number] & { field: FieldPath<LeadFormValues> }

/** Whether the form has the field that is wrong, so that it can be said there. */
export function isOfForm(error: Refusal['errors'][number]): error is FormError {
  return fieldNames.has(error.field)
}
