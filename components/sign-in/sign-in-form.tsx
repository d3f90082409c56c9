'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { callApi } from '@/lib/api-client/call-api'
import { secondStepSchema, signInSchema } from '@/lib/people/person-input'
import { type SignInStep, signInStepSchema } from '@/lib/people/person-view'

/** E-mail address and password. */
export function SignInForm({ onStep }: { onStep: (step: SignInStep) => void }) {
  const t = useTranslations('signIn')
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: signInSchema,
    defaultValues: { email: '', password: '' },
    own: { wrong_credentials: { field: 'root', message: t('wrong') } },
  })
  const send = submit(
    (body) => callApi('/api/auth/sign-in', { method: 'POST', body, answer: signInStepSchema }),
    onStep,
  )
  return (
    <Form onSubmit={send} className="grid gap-4">
      <FormTextField
        control={control}
        name="email"
        type="email"
        autoComplete="username"
        label={t('email')}
        autoFocus
      />
      <FormTextField
        control={control}
        name="password"
        type="password"
        autoComplete="current-password"
        label={t('password')}
      />
      <FormError message={rootError} />
      <Button type="submit" variant="primary" isPending={isSubmitting}>
        {t('title')}
      </Button>
      <p className="text-sm text-faint">{t('forgotten')}</p>
    </Form>
  )
}

type SecondStepFormProps = { onDone: (step: SignInStep) => void; onAgain: () => void }

/** The code of the app, or a backup code in its place. */
export function SecondStepForm({ onDone, onAgain }: SecondStepFormProps) {
  const t = useTranslations('signIn')
  const [kind, setKind] = useState<'app' | 'backup'>('app')
  const { control, submit, reset, isSubmitting, rootError } = useSchemaForm({
    schema: secondStepSchema,
    defaultValues: { code: '' },
    toBody: (typed) => ({ ...typed, kind }),
    own: { wrong_code: { field: 'code', message: t('wrongCode') } },
  })
  const send = submit(
    (body) => callApi('/api/auth/second-step', { method: 'POST', body, answer: signInStepSchema }),
    onDone,
  )
  return (
    <Form onSubmit={send} className="grid gap-4">
      <FormTextField
        key={kind}
        control={control}
        name="code"
        label={t(`codes.${kind}`)}
        hint={t(`codeHints.${kind}`)}
        autoComplete="one-time-code"
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoFocus
      />
      <FormError message={rootError} />
      <Button type="submit" variant="primary" isPending={isSubmitting}>
        {t('continue')}
      </Button>
      <div className="flex flex-wrap justify-between gap-2">
        <Button
          variant="quiet"
          onPress={() => {
            setKind(kind === 'app' ? 'backup' : 'app')
            reset()
          }}
        >
          {t(kind === 'app' ? 'useBackup' : 'useApp')}
        </Button>
        <Button variant="quiet" onPress={onAgain}>
          {t('again')}
        </Button>
      </div>
    </Form>
  )
}
