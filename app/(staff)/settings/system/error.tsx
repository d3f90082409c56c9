'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** Where not even the caller can be told: that asks the database, and so does everything else on the page. */
export default function SystemErrorPage({ retry }: { retry: () => void }) {
  const t = useTranslations('system.error')
  const tPage = useTranslations('errorPage')
  return (
    <div role="alert">
      <EmptyState icon="alert" isPage title={t('title')} detail={t('detail')}>
        <Button onPress={retry}>{tPage('retry')}</Button>
      </EmptyState>
    </div>
  )
}
