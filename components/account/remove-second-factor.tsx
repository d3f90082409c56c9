'use client'

import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { schemaResolver } from '@/components/form/schema-resolver'
import { useShowRefusal } from '@/components/form/use-show-refusal'
import { Button } from '@/components/ui/button'
import { secondFactorRemovalSchema } from '@/lib/access/person-input'
import { doneSchema } from '@/lib/access/person-view'
import { callApi } from '@/lib/api-client/call-api'

/** Takes the second factor away, by the password and a code: neither alone shows that it is the person who asks. */
export function RemoveSecondFactor({ onDone }: { onDone: () => void }) {
  const words = useTranslations('account')
  const fieldErrorWords = useFieldErrorWords()
  const { control, handleSubmit, setError, setValue, watch, formState } = useForm({
    defaultValues: { password: '', code: '', kind: 'app' as 'app' | 'backup' },
    resolver: schemaResolver(secondFactorRemovalSchema, fieldErrorWords),
  })
  const kind = watch('kind')
  const showRefusal = useShowRefusal(setError, ['password', 'code'], {
    wrong_password: { field: 'password', message: words('wrongPassword') },
    wrong_code: { field: 'code', message: words('wrongCode') },
    not_allowed: { field: 'root', message: words('changedMeanwhile') },
  })
  const send = handleSubmit((body) =>
    callApi('/api/staff/account/second-factor/remove', { method: 'POST', body, answer: doneSchema }).then(
      onDone,
      showRefusal,
    ),
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
      <FormTextField
        key={kind}
        control={control}
        name="code"
        label={words(kind === 'app' ? 'code' : 'backupCode')}
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
      />
      <FormError message={formState.errors.root?.message} />
      <div className="flex flex-wrap justify-between gap-2">
        <Button type="submit" isPending={formState.isSubmitting}>
          {words('removeSecondFactor')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            setValue('kind', kind === 'app' ? 'backup' : 'app')
            setValue('code', '')
          }}
        >
          {words(kind === 'app' ? 'useBackup' : 'useApp')}
        </Button>
      </div>
    </Form>
  )
}
