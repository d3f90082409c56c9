'use client'

import { useTranslations } from 'use-intl'
import { Button } from './button'
import { Notice } from './notice'

type PagedListProps = {
  /** Where its pages come from. */
  pages: {
    isError: boolean
    hasNextPage: boolean
    isFetchingNextPage: boolean
    refetch: () => unknown
    fetchNextPage: () => unknown
  }
  /** What failed, where something did. */
  errorTitle: string
  /** How much is shown, told to screen readers; `false` until that is known. */
  shown: string | false
  children: React.ReactNode
}

/** A list that is fetched page by page, with what says how that went, and a button for the next page. */
export function PagedList({ pages, errorTitle, shown, children }: PagedListProps) {
  const t = useTranslations('ui')
  return (
    <>
      <p role="status" className="sr-only">
        {shown}
      </p>
      {pages.isError && <NotRead title={errorTitle} onRetry={pages.refetch} />}
      {children}
      {pages.hasNextPage && (
        <div className="mt-3 flex justify-center">
          <Button onPress={() => void pages.fetchNextPage()} isPending={pages.isFetchingNextPage}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}

type NotReadProps = { title: string; onRetry: () => unknown }

/** Says that something could not be fetched, with the way to try again; what is there already stays. */
export function NotRead({ title, onRetry }: NotReadProps) {
  const t = useTranslations('ui')
  return (
    <div role="alert" className="mb-3">
      <Notice tone="danger" title={title}>
        <Button size="sm" onPress={() => void onRetry()}>
          {t('retry')}
        </Button>
      </Notice>
    </div>
  )
}
