'use client'

import { useState } from 'react'
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
import { appCodeSchema } from '@/lib/people/person-input'
import { type SignInStep, signInStepSchema } from '@/lib/people/person-view'

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
