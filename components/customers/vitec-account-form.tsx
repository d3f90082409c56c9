'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { Dialog, DialogActions } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { ExactTime } from '@/components/ui/times'
import type { CustomerView } from '@/lib/customers/customer'
import { vitecAccountSchema } from '@/lib/customers/vitec-account'
import { CallButton } from './call-button'
import { useCustomerCall } from './use-customers'

type VitecAccountButtonProps = { customer: CustomerView; canSet: boolean }

/** A button that opens the form of a customer's own account at Vitec. */
export function VitecAccountButton({ customer, canSet }: VitecAccountButtonProps) {
  const t = useTranslations('customers.account')
  const [isOpen, setOpen] = useState(false)
  const title = t('title', { name: customer.name })
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => setOpen(true)}>
        <Icon name="key" />
        {t('action')}
      </Button>
      <Dialog title={title} isOpen={isOpen} onOpenChange={setOpen}>
        <VitecAccountForm customer={customer} canSet={canSet} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

type VitecAccountProps = { customer: CustomerView; canSet: boolean; onClose: () => void }

/** Sets a customer's own account at Vitec. What was set is never shown: the fields are empty each time. */
function VitecAccountForm({ customer, canSet, onClose }: VitecAccountProps) {
  const t = useTranslations('customers')
  const { mutateAsync } = useCustomerCall()
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: vitecAccountSchema,
    defaultValues: { username: '', password: '' },
  })
  const path = `customers/${customer.id}/vitec-account`
  const save = submit((body) => mutateAsync({ method: 'POST', path, body }), onClose)
  const { accountSetAt } = customer
  return (
    <Form autoComplete="off" onSubmit={save} className="grid gap-4">
      {canSet || (
        <Notice tone="warning" icon="alert" title={t('account.noKey')}>
          {t('account.noKeyTodo')}
        </Notice>
      )}
      <p className="text-sm text-soft">
        {accountSetAt
          ? t.rich('account.isSet', { time: () => <ExactTime at={accountSetAt} /> })
          : t('account.isCommon')}
      </p>
      <FormTextField
        control={control}
        name="username"
        label={t('account.username')}
        autoComplete="off"
        isDisabled={!canSet}
        autoFocus={canSet}
      />
      <FormTextField
        control={control}
        name="password"
        type="password"
        autoComplete="new-password"
        isDisabled={!canSet}
        label={t('account.password')}
        hint={t('account.passwordHint')}
      />
      <FormError message={rootError} />
      <DialogActions>
        {accountSetAt && (
          <CallButton
            call={{ method: 'DELETE', path }}
            label={t('account.removeNamed', { name: customer.name })}
            done={t('account.removed')}
          >
            {t('account.remove')}
          </CallButton>
        )}
        <Button onPress={onClose}>{t('cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!canSet} isPending={isSubmitting}>
          {t('save')}
        </Button>
      </DialogActions>
    </Form>
  )
}
