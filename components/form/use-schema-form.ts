'use client'

import { type DefaultValues, type FieldPath, type FieldValues, useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { z } from 'zod'
import { ApiError, type Refusal } from '@/lib/api-client/call-api'
import { type ErrorOfForm, showFieldErrors, useFieldErrorWords } from './field-error-words'
import { type Checked, schemaResolver } from './schema-resolver'
import { useRefusalWords } from './use-refusal-words'

type SchemaFormProps<V extends FieldValues, O> = {
  /** What it begins with; its names are those of the fields that a refusal may be about. */
  defaultValues: DefaultValues<V>
  /** Where and how a refusal is said for which the form has words of its own, by its code. */
  own?: Record<string, { field: FieldPath<V> | 'root'; message: string }>
  /** Said where it is not known what became of what was sent. */
  otherwise?: string
} & (
  | { schema: z.ZodType<O, V>; toBody?: undefined }
  /** `toBody`: the body that the API takes, of what was typed. */
  | { schema: z.ZodType<O>; toBody: (values: V) => unknown }
)

/**
 * A form that is checked with the API's own schema before it is sent. Why it was refused is said beside the fields that
 * it is about, else under the form: `rootError`.
 */
export function useSchemaForm<V extends FieldValues, O>(props: SchemaFormProps<V, O>) {
  const { defaultValues, schema, toBody = (values: V): unknown => values, own = {} } = props
  const t = useTranslations('refusal.change')
  const { otherwise = t('failed') } = props
  const refusalWords = useRefusalWords()
  const fieldErrorWords = useFieldErrorWords()
  const { control, handleSubmit, setError, setValue, reset, watch, formState } = useForm<
    V,
    unknown,
    Checked<unknown, O>
  >({
    defaultValues,
    resolver: schemaResolver({ schema, toBody }, fieldErrorWords),
  })
  const isOfForm = (error: Refusal['errors'][number]): error is ErrorOfForm<V> => error.field in defaultValues
  const showRefusal = (error: unknown) => {
    const refusal = error instanceof ApiError ? error.refusal : null
    const told = refusal && own[refusal.code]
    const wrong = refusal?.errors.filter(isOfForm) ?? []
    if (told) setError(told.field, { type: refusal.code, message: told.message }, { shouldFocus: true })
    else if (wrong.length > 0) showFieldErrors(setError, wrong, fieldErrorWords)
    else setError('root', { message: refusalWords(error, otherwise) })
  }
  return {
    control,
    setValue,
    reset,
    watch,
    isSubmitting: formState.isSubmitting,
    rootError: formState.errors.root?.message,
    /** What the form does when it is sent. `onDone` is told once the server has taken it. */
    submit: <A>(send: (checked: O) => Promise<A>, onDone?: (answer: A) => void) =>
      handleSubmit(({ parsed }) => send(parsed).then(onDone, showRefusal)),
  }
}
