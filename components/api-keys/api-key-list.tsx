'use client'

import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Option } from '@/components/ui/options'
import { PageHeader } from '@/components/ui/page-header'
import { ApiKeyPanel } from './api-key-panel'
import { NewApiKey } from './new-api-key'
import { type FirstApiKeys, useApiKeys } from './use-api-keys'

type ApiKeyListProps = {
  first: FirstApiKeys
  /** Ids in Vitec, with their names. */
  customers: Option[]
}

/** The keys by which other systems send leads, to be kept in order by an administrator. */
export function ApiKeyList({ first, customers }: ApiKeyListProps) {
  const words = useTranslations('apiKeys')
  const { apiKeys } = useApiKeys(first).data
  return (
    <>
      <PageHeader title={words('title')} detail={words('detail')}>
        <NewApiKey customers={customers} />
      </PageHeader>
      {apiKeys.length === 0 && (
        <EmptyState icon="key" title={words('none.title')} detail={words('none.detail')} />
      )}
      <div className="grid gap-4">
        {apiKeys.map((apiKey) => (
          <ApiKeyPanel key={apiKey.id} apiKey={apiKey} customers={customers} />
        ))}
      </div>
    </>
  )
}
