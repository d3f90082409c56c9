'use client'

import { useTranslations } from 'use-intl'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link'
import type { Option } from '@/components/ui/options'
import { PageHeader } from '@/components/ui/page-header'
import { NotRead } from '@/components/ui/paged-list'
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
  const { data, isError, refetch } = useApiKeys(initial)
  const { apiKeys } = data
  return (
    <>
      <PageHeader title={t('title')} detail={t('detail')}>
        <LinkButton href="/docs" prefetch={false}>
          {t('docs')}
        </LinkButton>
        <MakeApiKey customers={customers} />
      </PageHeader>
      {isError && <NotRead title={t('notRead')} onRetry={refetch} />}
      {apiKeys.length === 0 && <EmptyState icon="key" title={t('none.title')} detail={t('none.detail')} />}
      <div className="grid gap-4">
        {apiKeys.map((apiKey) => (
          <ApiKeyPanel key={apiKey.id} apiKey={apiKey} customers={customers} />
        ))}
      </div>
    </>
  )
}
