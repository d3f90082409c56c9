'use client'

import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { schemaResolver } from '@/components/form/schema-resolver'
import { useShowRefusal } from '@/components/form/use-show-refusal'
import { Button } from '@/components/ui/button'
import { showToast } from '@/components/ui/toast'
import { passwordChangeSchema } from '@/lib/access/person-input'
import { doneSchema } from '@/lib/access/person-view'
import { callApi } from '@/lib/api-client/call-api'

/** A new password, by the present one. */
export function PasswordForm() {
  const words = useTranslations('account')
  const fieldErrorWords = useFieldErrorWords()
  const { control, handleSubmit, setError, reset, formState } = useForm({
    defaultValues: { current: '', next: '' },
    resolver: schemaResolver(passwordChangeSchema, fieldErrorWords),
  })
  const showRefusal = useShowRefusal(setError, ['current', 'next'], {
    wrong_password: { field: 'current', message: words('wrongPassword') },
  })
  const save = handleSubmit((body) =>
    callApi('/api/staff/account/password', { method: 'POST', body, answer: doneSchema }).then(() => {
      reset()
      showToast({ tone: 'success', title: words('passwordChanged') })
    }, showRefusal),
  )
  return (
    <Form onSubmit={(event) => void save(event)} className="grid max-w-96 gap-4">
      <FormTextField
        control={control}
        name="current"
        type="password"
        autoComplete="current-password"
        label={words('currentPassword')}
      />
      <FormTextField
        control={control}
        name="next"
        type="password"
        autoComplete="new-password"
        label={words('newPassword')}
        hint={words('newPasswordHint')}
      />
      <FormError message={formState.errors.root?.message} />
      <Button type="submit" isPending={formState.isSubmitting} className="justify-self-start">
        {words('changePassword')}
      </Button>
    </Form>
  )
}
