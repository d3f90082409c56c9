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
import type { CustomerView } from '@/lib/lead-source/customer-view'
import { vitecAccountSchema } from '@/lib/lead-source/vitec-account'
import { CallButton } from './call-button'
import { useCustomerCall } from './use-customers'

type VitecAccountButtonProps = { customer: CustomerView; canSet: boolean }

/** A button that opens the form of a customer's own account at Vitec. */
export function VitecAccountButton({ customer, canSet }: VitecAccountButtonProps) {
  const words = useTranslations('customers.account')
  const [isOpen, setOpen] = useState(false)
  const title = words('title', { name: customer.name })
  return (
    <>
      <Button variant="quiet" size="sm" aria-label={title} onPress={() => setOpen(true)}>
        <Icon name="key" />
        {words('action')}
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
  const words = useTranslations('customers')
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
        <Notice tone="warning" icon="alert" title={words('account.noKey')}>
          {words('account.noKeyTodo')}
        </Notice>
      )}
      <p className="text-sm text-soft">
        {accountSetAt
          ? words.rich('account.isSet', { time: () => <ExactTime at={accountSetAt} /> })
          : words('account.isCommon')}
      </p>
      <FormTextField
        control={control}
        name="username"
        label={words('account.username')}
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
        label={words('account.password')}
        hint={words('account.passwordHint')}
      />
      <FormError message={rootError} />
      <DialogActions>
        {accountSetAt && (
          <CallButton
            call={{ method: 'DELETE', path }}
            label={words('account.removeNamed', { name: customer.name })}
            done={words('account.removed')}
          >
            {words('account.remove')}
          </CallButton>
        )}
        <Button onPress={onClose}>{words('cancel')}</Button>
        <Button type="submit" variant="primary" isDisabled={!canSet} isPending={isSubmitting}>
          {words('save')}
        </Button>
      </DialogActions>
    </Form>
  )
}
