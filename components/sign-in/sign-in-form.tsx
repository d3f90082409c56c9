'use client'

import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { schemaResolver } from '@/components/form/schema-resolver'
import { useShowRefusal } from '@/components/form/use-show-refusal'
import { Button } from '@/components/ui/button'
import { appCodeSchema, signInSchema } from '@/lib/access/person-input'
import { type SignInStep, signInStepSchema } from '@/lib/access/person-view'
import { callApi } from '@/lib/api-client/call-api'

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

type SecondStepFormProps = { onDone: (step: SignInStep) => void; onAgain: () => void }

/** The code of the app, or a backup code in its place. */
export function SecondStepForm({ onDone, onAgain }: SecondStepFormProps) {
  const words = useTranslations('signIn')
  const fieldErrorWords = useFieldErrorWords()
  const [kind, setKind] = useState<'app' | 'backup'>('app')
  const { control, handleSubmit, setError, reset, formState } = useForm({
    defaultValues: { code: '' },
    resolver: schemaResolver(appCodeSchema, fieldErrorWords),
  })
  const showRefusal = useShowRefusal(setError, ['code'], {
    wrong_code: { field: 'code', message: words('wrongCode') },
  })
  const send = handleSubmit(({ code }) =>
    callApi('/api/auth/second-step', {
      method: 'POST',
      body: { code, kind },
      answer: signInStepSchema,
    }).then(onDone, showRefusal),
  )
  return (
    <Form onSubmit={(event) => void send(event)} className="grid gap-4">
      <FormTextField
        key={kind}
        control={control}
        name="code"
        label={words(`codes.${kind}`)}
        hint={words(`codeHints.${kind}`)}
        autoComplete="one-time-code"
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoFocus
      />
      <FormError message={formState.errors.root?.message} />
      <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
        {words('continue')}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button
          variant="quiet"
          onPress={() => {
            setKind(kind === 'app' ? 'backup' : 'app')
            reset()
          }}
        >
          {words(kind === 'app' ? 'useBackup' : 'useApp')}
        </Button>
        <Button variant="quiet" onPress={onAgain}>
          {words('again')}
        </Button>
      </div>
    </Form>
  )
}
