'use client'

import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/empty-state'
import type { Option } from '@/components/ui/options'
import { PageHeader } from '@/components/ui/page-header'
import { MakeApiKey } from './api-key-dialogs'
import { ApiKeyPanel } from './api-key-panel'
import { type InitialApiKeys, useApiKeys } from './use-api-keys'

type ApiKeyPanelsProps = {
  initial: InitialApiKeys
  /** Ids in Vitec, with their names. */
  customers: Option[]
}

/** The keys by which other systems send leads, to be kept in order by an administrator. */
export function ApiKeyPanels({ initial, customers }: ApiKeyPanelsProps) {
  const t = useTranslations('apiKeys')
  const { apiKeys } = useApiKeys(initial).data
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')}>
        <MakeApiKey customers={customers} />
      </PageHeader>
      {apiKeys.length === 0 && <EmptyState icon="key" title={t('none.title')} detail={t('none.detail')} />}
      <div className="grid gap-4">
        {apiKeys.map((apiKey) => (
          <ApiKeyPanel key={apiKey.id} apiKey={apiKey} customers={customers} />
        ))}
      </div>
    </>
  )
}
