'use client'

import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { passwordChangeSchema } from '@/lib/people/person-input'
import { doneSchema } from '@/lib/people/person-view'

/** A new password, by the present one. */
export function PasswordForm() {
  const t = useTranslations('account')
  const { control, submit, reset, isSubmitting, rootError } = useSchemaForm({
    schema: passwordChangeSchema,
    defaultValues: { current: '', next: '' },
    own: { wrong_password: { field: 'current', message: t('wrongPassword') } },
  })
  const save = submit(
    (body) => callApi('/api/staff/account/password', { method: 'POST', body, answer: doneSchema }),
    () => {
      reset()
      showToast({ tone: 'success', title: t('passwordChanged') })
    },
  )
  return (
    <Form onSubmit={save} className="grid max-w-96 gap-4">
      <FormTextField
        control={control}
        name="current"
        type="password"
        autoComplete="current-password"
        label={t('currentPassword')}
      />
      <FormTextField
        control={control}
        name="next"
        type="password"
        autoComplete="new-password"
        label={t('newPassword')}
        hint={t('newPasswordHint')}
      />
      <FormError message={rootError} />
      <Button type="submit" isPending={isSubmitting} className="justify-self-start">
        {t('changePassword')}
      </Button>
    </Form>
  )
}
