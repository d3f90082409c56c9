'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { Panel } from '@/components/ui/panel'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import { passwordSchema } from '@/lib/people/person-input'
import { type NewSecondFactor, newSecondFactorSchema } from '@/lib/people/person-view'
import { ConfirmSecondFactor } from './confirm-second-factor'
import { RemoveSecondFactor } from './remove-second-factor'

/** The second factor: an authenticator app, to be set up or removed. */
export function SecondFactorPanel({ isOn: wasOn }: { isOn: boolean }) {
  const t = useTranslations('account')
  const [isOn, setOn] = useState(wasOn)
  const [begun, setBegun] = useState<NewSecondFactor | null>(null)
  const turned = (on: boolean) => {
    setOn(on)
    setBegun(null)
    showToast({ tone: 'success', title: t(on ? 'secondFactorOn' : 'secondFactorOff') })
  }
  const note = isOn ? <Badge tone="success">{t('on')}</Badge> : <Badge tone="neutral">{t('off')}</Badge>
  return (
    <Panel title={t('secondFactor')} note={note}>
      <p className="mb-3 text-sm text-soft">{t('secondFactorMeaning')}</p>
      {begun ? (
        <ConfirmSecondFactor begun={begun} onDone={() => turned(true)} />
      ) : isOn ? (
        <RemoveSecondFactor onDone={() => turned(false)} />
      ) : (
        <BeginSecondFactor onDone={setBegun} />
      )}
    </Panel>
  )
}

/** Asks for the password again: a stranger at an open screen must not add a second factor of their own. */
function BeginSecondFactor({ onDone }: { onDone: (begun: NewSecondFactor) => void }) {
  const t = useTranslations('account')
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: passwordSchema,
    defaultValues: { password: '' },
    own: {
      wrong_password: { field: 'password', message: t('wrongPassword') },
      not_allowed: { field: 'root', message: t('changedMeanwhile') },
    },
  })
  const send = submit(
    (body) =>
      callApi('/api/staff/account/second-factor', { method: 'POST', body, answer: newSecondFactorSchema }),
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
      <FormError message={rootError} />
      <Button type="submit" isPending={isSubmitting} className="justify-self-start">
        {t('beginSecondFactor')}
      </Button>
    </Form>
  )
}
