'use client'

import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { CustomerPanel } from './customer-panel'
import { EntryButton } from './entry-form'
import { type InitialCustomers, useCustomerCall, useCustomers } from './use-customers'

/** Every customer with its lead sources, to be kept in order by an administrator. */
export function CustomerPanels({ initial }: { initial: InitialCustomers }) {
  const t = useTranslations('customers')
  const { data = initial.list } = useCustomers(initial)
  const { mutateAsync } = useCustomerCall()
  return (
    <div className="max-w-240">
      <PageHeader title={t('title')} detail={t('detail')}>
        <EntryButton
          variant="primary"
          kind="customer"
          title={t('customer.new')}
          onSave={(body) => mutateAsync({ method: 'POST', path: 'customers', body })}
        >
          {t('customer.new')}
        </EntryButton>
      </PageHeader>
      {data.customers.length === 0 && (
        <EmptyState icon="customers" title={t('none.title')} detail={t('none.detail')} />
      )}
      <div className="grid gap-4">
        {data.customers.map((customer) => (
          <CustomerPanel
            key={customer.id}
            customer={customer}
            isDefault={customer.vitecId === data.defaultCustomerId}
            canRefresh={data.canRefresh}
            canSetAccounts={data.canSetAccounts}
          />
        ))}
      </div>
    </div>
  )
}
