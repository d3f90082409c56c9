'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { callApi } from '@/lib/api-client/call-api'
import { secondFactorRemovalSchema } from '@/lib/people/person-input'
import { doneSchema } from '@/lib/people/person-view'

/** Takes the second factor away, by the password and a code: neither alone shows that it is the person who asks. */
export function RemoveSecondFactor({ onDone }: { onDone: () => void }) {
  const t = useTranslations('account')
  const [kind, setKind] = useState<'app' | 'backup'>('app')
  const { control, submit, setValue, isSubmitting, rootError } = useSchemaForm({
    schema: secondFactorRemovalSchema,
    defaultValues: { password: '', code: '' },
    toBody: (typed) => ({ ...typed, kind }),
    own: {
      wrong_password: { field: 'password', message: t('wrongPassword') },
      wrong_code: { field: 'code', message: t('wrongCode') },
      not_allowed: { field: 'root', message: t('changedMeanwhile') },
    },
  })
  const send = submit(
    (body) =>
      callApi('/api/staff/account/second-factor/remove', { method: 'POST', body, answer: doneSchema }),
    onDone,
  )
  return (
    <Form onSubmit={send} className="grid max-w-96 gap-4">
      <FormTextField
        control={control}
        name="password"
        type="password"
        autoComplete="current-password"
        label={t('passwordAgain')}
      />
      <FormTextField
        key={kind}
        control={control}
        name="code"
        label={t(kind === 'app' ? 'code' : 'backupCode')}
        inputMode={kind === 'app' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
      />
      <FormError message={rootError} />
      <div className="flex flex-wrap justify-between gap-2">
        <Button type="submit" isPending={isSubmitting}>
          {t('removeSecondFactor')}
        </Button>
        <Button
          variant="quiet"
          onPress={() => {
            setKind(kind === 'app' ? 'backup' : 'app')
            setValue('code', '')
          }}
        >
          {t(kind === 'app' ? 'useBackup' : 'useApp')}
        </Button>
      </div>
    </Form>
  )
}
