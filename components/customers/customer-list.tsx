'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { PagedList } from '@/components/ui/paged-list'
import { SearchField } from '@/components/ui/search-field'
import { useSettled, useTabText } from '@/components/ui/use-tab-text'
import { AddCustomer } from './add-customer'
import { CustomerRows } from './customer-rows'
import { type InitialCustomers, useCustomerSearch } from './use-customers'

const typingPause = 150

/** Every customer, those whose leads wait first, narrowed by words of their names and ids. */
export function CustomerListView({ initial }: { initial: InitialCustomers }) {
  const t = useTranslations('customers')
  const [typed, setTyped] = useTabText('customer-search')
  const search = useSettled(typed.trim(), typingPause)
  const pages = useCustomerSearch(search, initial)
  const customers = pages.data?.pages.flatMap((page) => page.customers) ?? []
  const [first] = pages.data?.pages ?? []
  const isSettled = first !== undefined && !pages.isPlaceholderData && !pages.isError
  const isEmpty = isSettled && customers.length === 0
  const isReady = isSettled && typed.trim() === search
  const { total = 0, paused = 0 } = first ?? {}
  return (
    <div className="max-w-240">
      <PageHeader title={t('title')} detail={t('detail')}>
        <AddCustomer />
      </PageHeader>
      {isEmpty && search === '' && typed === '' ? (
        <EmptyState icon="customers" title={t('none.title')} detail={t('none.detail')} />
      ) : (
        <>
          <SearchField
            label={t('list.search')}
            placeholder={t('list.searchFor')}
            value={typed}
            onChange={setTyped}
            className="mb-3 sm:w-80"
          />
          <PagedList
            pages={pages}
            errorTitle={t('list.error')}
            shown={isReady && t('list.shown', { count: customers.length, total, paused })}
          >
            {isEmpty && (
              <EmptyState icon="search" title={t('list.noHits')} detail={t('list.noHitsDetail')}>
                <Button onPress={() => setTyped('')}>{t('list.showAll')}</Button>
              </EmptyState>
            )}
            {customers.length > 0 && (
              <>
                <p aria-hidden="true" className="mb-2 text-sm text-soft">
                  {t('list.summary', { total, paused })}
                </p>
                <div
                  aria-busy={!isReady}
                  className={`transition-opacity delay-300 ${pages.isPlaceholderData ? 'opacity-60' : ''}`}
                >
                  <CustomerRows customers={customers} defaultCustomerId={first?.defaultCustomerId ?? null} />
                </div>
              </>
            )}
          </PagedList>
        </>
      )}
    </div>
  )
}
