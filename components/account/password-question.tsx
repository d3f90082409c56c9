'use client'

import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import type { z } from 'zod'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form } from '@/components/form/form'
import { FormError } from '@/components/form/form-error'
import { FormTextField } from '@/components/form/form-text-field'
import { schemaResolver } from '@/components/form/schema-resolver'
import { useShowRefusal } from '@/components/form/use-show-refusal'
import { Button } from '@/components/ui/button'
import { callApi } from '@/lib/api-client/call-api'
import { passwordSchema } from '@/lib/people/person-input'

type PasswordQuestionProps<T extends z.ZodType> = {
  path: string
  answer: T
  onDone: (answer: z.output<T>) => void
  /** What the button does. */
  children: string
}

/** Asks for the password again before something that a stranger at an open screen must not do. */
export function PasswordQuestion<T extends z.ZodType>(props: PasswordQuestionProps<T>) {
  const { path, answer, onDone, children } = props
  const words = useTranslations('account')
  const fieldErrorWords = useFieldErrorWords()
  const { control, handleSubmit, setError, formState } = useForm({
    defaultValues: { password: '' },
    resolver: schemaResolver(passwordSchema, fieldErrorWords),
  })
  const showRefusal = useShowRefusal(setError, ['password'], {
    wrong_password: { field: 'password', message: words('wrongPassword') },
    not_allowed: { field: 'root', message: words('changedMeanwhile') },
  })
  const send = handleSubmit((body) =>
    callApi(path, { method: 'POST', body, answer }).then(onDone, showRefusal),
  )
  return (
    <Form onSubmit={(event) => void send(event)} className="grid max-w-96 gap-4">
      <FormTextField
        control={control}
        name="password"
        type="password"
        autoComplete="current-password"
        label={words('passwordAgain')}
      />
      <FormError message={formState.errors.root?.message} />
      <Button type="submit" isPending={formState.isSubmitting} className="justify-self-start">
        {children}
      </Button>
    </Form>
  )
}
