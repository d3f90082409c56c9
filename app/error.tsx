'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import { z } from 'zod'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { ApiError, callApi } from '@/lib/api-client/call-api'

type ErrorPageProps = { error: unknown; retry: () => void }

/** In place of a page that failed. Where that is because the database is away, it says so, and goes on by itself. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  const t = useTranslations('errorPage')
  const isAway = useGoOn(retry)
  return (
    <div role="alert">
      <EmptyState
        icon="alert"
        isPage
        title={t(isAway ? 'awayTitle' : 'title')}
        detail={t(isAway ? 'awayDetail' : 'detail')}
      >
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

/** In ms. */
const askAgain = 5_000

/**
 * Asks whether the service is ready, and has the page made again when it is so after it was not: a page that fails while
 * the service is ready would fail again and again. Whether it is known not to be ready.
 */
function useGoOn(retry: () => void): boolean {
  const { data } = useQuery({
    queryKey: ['ready'],
    queryFn: ({ signal }) =>
      callApi('/api/health/ready', { answer: z.object({ status: z.string() }), signal }).then(
        () => 'ready',
        (error: unknown) => {
          if (error instanceof ApiError && error.refusal.code === 'unavailable') return 'away'
          throw error
        },
      ),
    refetchInterval: askAgain,
    retry: false,
    gcTime: 0,
  })
  const wasAway = useRef(false)
  useEffect(() => {
    if (data === 'ready' && wasAway.current) retry()
    if (data !== undefined) wasAway.current = data === 'away'
  }, [data, retry])
  return data === 'away'
}

/** The digest is what the server's log has of the same error. */
function hasDigest(error: unknown): error is { digest: string } {
  return typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
}
