'use client'

import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
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
  const isFirst = invitation.email === null
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: acceptanceSchema,
    defaultValues: { name: invitation.name ?? '', email: isFirst ? '' : null, password: '' },
    toBody: (typed) => ({ ...typed, token }),
    own: {
      not_found: { field: 'root', message: words('goneDetail') },
      already_exists: { field: 'root', message: words('taken') },
    },
  })
  const send = submit(
    (body) => callApi('/api/auth/invitation/accept', { method: 'POST', body, answer: signInStepSchema }),
    () => window.location.assign(startPage),
  )
  return (
    <Form onSubmit={send} className="grid gap-4">
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
      <FormError message={rootError} />
      <Button type="submit" variant="primary" isPending={isSubmitting}>
        {words(invitation.name === null ? 'begin' : 'renew')}
      </Button>
    </Form>
  )
}
