'use client'

import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form } from '@/components/form/form'
import { FormError } from '@/components/form/form-error'
import { FormTextField } from '@/components/form/form-text-field'
import { schemaResolver } from '@/components/form/schema-resolver'
import { useShowRefusal } from '@/components/form/use-show-refusal'
import { Button } from '@/components/ui/button'
import { callApi } from '@/lib/api-client/call-api'
import { signInSchema } from '@/lib/people/person-input'
import { type SignInStep, signInStepSchema } from '@/lib/people/person-view'

/** E-mail address and password. */
export function SignInForm({ onStep }: { onStep: (step: SignInStep) => void }) {
  const words = useTranslations('signIn')
  const fieldErrorWords = useFieldErrorWords()
  const { control, handleSubmit, setError, formState } = useForm({
    defaultValues: { email: '', password: '' },
    resolver: schemaResolver(signInSchema, fieldErrorWords),
  })
  const showRefusal = useShowRefusal(setError, ['email', 'password'], {
    wrong_credentials: { field: 'root', message: words('wrong') },
  })
  const send = handleSubmit((body) =>
    callApi('/api/auth/sign-in', { method: 'POST', body, answer: signInStepSchema }).then(
      onStep,
      showRefusal,
    ),
  )
  return (
    <Form onSubmit={(event) => void send(event)} className="grid gap-4">
      <FormTextField
        control={control}
        name="email"
        type="email"
        autoComplete="username"
        label={words('email')}
        autoFocus
      />
      <FormTextField
        control={control}
        name="password"
        type="password"
        autoComplete="current-password"
        label={words('password')}
      />
      <FormError message={formState.errors.root?.message} />
      <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
        {words('title')}
      </Button>
      <p className="text-sm text-faint">{words('forgotten')}</p>
    </Form>
  )
}
