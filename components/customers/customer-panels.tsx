'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import type { CustomerView } from '@/lib/customers/customer'
import { CustomerPanel } from './customer-panel'
import { EntryButton } from './entry-form'
import { ShownPlace, useShownCustomer } from './shown-customer'
import { type InitialCustomers, useCustomerCall, useCustomers } from './use-customers'

/** Every customer with its lead sources, to be kept in order by an administrator. */
export function CustomerPanels({ initial }: { initial: InitialCustomers }) {
  const t = useTranslations('customers')
  const { data = initial.list } = useCustomers(initial)
  const { mutateAsync } = useCustomerCall()
  const [shownId, show] = useShownCustomer()
  const [added, setAdded] = useState<CustomerView | null>(null)
  return (
    <div className="max-w-240">
      <PageHeader title={t('title')} detail={t('detail')}>
        <EntryButton
          variant="primary"
          kind="customer"
          title={t('customer.new')}
          onSave={(body) => mutateAsync({ method: 'POST', path: 'customers', body })}
          onSaved={(customer) => {
            setAdded(customer)
            show(customer.id)
          }}
        >
          {t('customer.new')}
        </EntryButton>
      </PageHeader>
      <p role="status" className={added ? 'mb-3 text-sm text-success' : 'sr-only'}>
        {added && t.rich('added', { name: () => <Data>{added.name}</Data> })}
      </p>
      {data.customers.length === 0 && (
        <EmptyState icon="customers" title={t('none.title')} detail={t('none.detail')} />
      )}
      <div className="grid gap-4">
        {data.customers.map((customer) => (
          <ShownPlace key={customer.id} customer={customer} isShown={customer.id === shownId}>
            <CustomerPanel
              customer={customer}
              isDefault={customer.vitecId === data.defaultCustomerId}
              canRefresh={data.canRefresh}
              canSetAccounts={data.canSetAccounts}
            />
          </ShownPlace>
        ))}
      </div>
    </div>
  )
}
