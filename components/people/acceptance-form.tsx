'use client'

import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { Fact, Facts } from '@/components/ui/facts'
import { callApi } from '@/lib/api-client/call-api'
import { startPage } from '@/lib/auth/return-to'
import { acceptanceSchema } from '@/lib/people/person-input'
import { type OpenInvitation, signInStepSchema } from '@/lib/people/person-view'

type AcceptanceFormProps = { token: string; invitation: OpenInvitation }

/** Name and password of an invited person; the first administrator says an e-mail address too. */
export function AcceptanceForm({ token, invitation }: AcceptanceFormProps) {
  const t = useTranslations('people.invitation')
  const tRole = useTranslations('people.roles')
  const isFirst = invitation.email === null
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: acceptanceSchema,
    defaultValues: { name: invitation.name ?? '', email: isFirst ? '' : null, password: '' },
    toBody: (typed) => ({ ...typed, token }),
    own: {
      not_found: { field: 'root', message: t('goneDetail') },
      already_exists: { field: 'root', message: t('taken') },
    },
  })
  const send = submit(
    (body) => callApi('/api/auth/invitation/accept', { method: 'POST', body, answer: signInStepSchema }),
    () => window.location.assign(startPage),
  )
  return (
    <Form onSubmit={send} className="grid gap-4">
      <Facts>
        {!isFirst && <Fact name={t('email')}>{invitation.email}</Fact>}
        <Fact name={t('role')}>{tRole(invitation.role)}</Fact>
      </Facts>
      <FormTextField control={control} name="name" autoComplete="name" label={t('name')} autoFocus />
      {isFirst && (
        <FormTextField
          control={control}
          name="email"
          type="email"
          autoComplete="username"
          label={t('email')}
        />
      )}
      <FormTextField
        control={control}
        name="password"
        type="password"
        autoComplete="new-password"
        label={t('password')}
        hint={t('passwordHint')}
      />
      <FormError message={rootError} />
      <Button type="submit" variant="primary" isPending={isSubmitting}>
        {t(invitation.name === null ? 'begin' : 'renew')}
      </Button>
    </Form>
  )
}
