'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Icon } from '@/components/ui/icon'
import type { CustomerView } from '@/lib/lead-source/customer-view'
import { VitecAccountForm } from './account-form'

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
