'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

type ErrorPageProps = { error: unknown; retry: () => void }

export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errorPage')
  return (
    <div role="alert">
      <EmptyState icon="alert" isPage title={t('title')} detail={t('detail')}>
        <Button onPress={retry}>{t('retry')}</Button>
      </EmptyState>
      {hasDigest(error) && (
        <p className="mt-3 text-center font-mono text-xs text-faint">
          {t('digest', { digest: error.digest })}
        </p>
      )}
    </div>
  )
}

/** The digest is what the server's log has of the same error. */
function hasDigest(error: unknown): error is { digest: string } {
  return typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
}
