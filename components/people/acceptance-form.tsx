'use client'

import { useForm } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { useFieldErrorWords } from '@/components/form/field-error-words'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { schemaResolver } from '@/components/form/schema-resolver'
import { useShowRefusal } from '@/components/form/use-show-refusal'
import { Button } from '@/components/ui/button'
import { Fact, Facts } from '@/components/ui/facts'
import { acceptanceSchema } from '@/lib/access/person-input'
import { type OpenInvitation, signInStepSchema } from '@/lib/access/person-view'
import { startPage } from '@/lib/access/sign-in-address'
import { callApi } from '@/lib/api-client/call-api'

type AcceptanceFormProps = { token: string; invitation: OpenInvitation }

/** Name and password of somebody who begins here; the first administrator says an e-mail address too. */
export function AcceptanceForm({ token, invitation }: AcceptanceFormProps) {
  const words = useTranslations('invitation')
  const roleWords = useTranslations('role')
  const fieldErrorWords = useFieldErrorWords()
  const isFirst = invitation.email === null
  const { control, handleSubmit, setError, formState } = useForm({
    defaultValues: { token, name: invitation.name ?? '', email: isFirst ? '' : null, password: '' },
    resolver: schemaResolver(acceptanceSchema, fieldErrorWords),
  })
  const showRefusal = useShowRefusal(setError, ['name', 'email', 'password'], {
    not_found: { field: 'root', message: words('goneDetail') },
    already_exists: { field: 'root', message: words('taken') },
  })
  const send = handleSubmit((body) =>
    callApi('/api/auth/invitation/accept', { method: 'POST', body, answer: signInStepSchema }).then(
      () => window.location.assign(startPage),
      showRefusal,
    ),
  )
  return (
    <Form onSubmit={(event) => void send(event)} className="grid gap-4">
      <Facts>
        {!isFirst && <Fact name={words('email')}>{invitation.email}</Fact>}
        <Fact name={words('role')}>{roleWords(invitation.role)}</Fact>
      </Facts>
      <FormTextField control={control} name="name" autoComplete="name" label={words('name')} autoFocus />
      {isFirst && (
        <FormTextField
          control={control}
          name="email"
          type="email"
          autoComplete="username"
          label={words('email')}
        />
      )}
      <FormTextField
        control={control}
        name="password"
        type="password"
        autoComplete="new-password"
        label={words('password')}
        hint={words('passwordHint')}
      />
      <FormError message={formState.errors.root?.message} />
      <Button type="submit" variant="primary" isPending={formState.isSubmitting}>
        {words(invitation.name === null ? 'begin' : 'renew')}
      </Button>
    </Form>
  )
}
