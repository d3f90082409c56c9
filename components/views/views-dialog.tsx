'use client'

import type { Route } from 'next'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useCan } from '@/components/auth/can'
import { Form } from '@/components/form/form'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog } from '@/components/ui/dialog'
import { TextLink } from '@/components/ui/link'
import { Notice } from '@/components/ui/notice'
import { NotRead } from '@/components/ui/paged-list'
import { Skeleton } from '@/components/ui/skeleton'
import { TextField } from '@/components/ui/text-field'
import { isNarrowed, type LeadFilter } from '@/lib/leads/log-filter'
import { allLeads, type SavedView } from '@/lib/views/view'
import { useAddView, useStartView, useViews } from './use-views'
import { ViewItem } from './view-item'

type ViewsDialogProps = {
  /** What the log is narrowed to, to be kept under a name. */
  filter: LeadFilter
  /** The view that the log stands in. */
  current: SavedView | null
  onClose: () => void
}

/** The views there are, to be opened, shared, renamed and removed, and a place to keep what the log is narrowed to. */
export function ViewsDialog({ filter, current, onClose }: ViewsDialogProps) {
  const t = useTranslations('views')
  const refusalWords = useRefusalWords()
  const { data, error, isPending, refetch } = useViews()
  const start = useStartView()
  const views = data?.views ?? []
  const startWith = (id: string | null) => start.mutate(id)
  return (
    <Dialog title={t('title')} isOpen onOpenChange={onClose}>
      {error && <NotRead title={t('notRead')} onRetry={refetch} />}
      {start.error && (
        <div role="alert" className="mb-3">
          <Notice tone="danger" title={refusalWords(start.error, t('failed'))} />
        </div>
      )}
      {isPending && <Skeleton className="h-5 w-60" />}
      {data && (
        <ul aria-label={t('title')} className="grid">
          <li className="flex min-h-9 flex-wrap items-center justify-between gap-x-2 border-b border-line py-1">
            <TextLink
              href={`/leads?vy=${allLeads}` as Route}
              onClick={onClose}
              className="inline-flex min-h-6 items-center text-sm font-medium"
            >
              {t('all')}
            </TextLink>
            {data.startViewId !== null && (
              <Button
                size="sm"
                variant="quiet"
                onPress={() => startWith(null)}
                aria-label={t('startWithAll')}
              >
                {t('start')}
              </Button>
            )}
          </li>
          {views.map((view) => (
            <ViewItem
              key={view.id}
              view={view}
              isCurrent={view.id === current?.id}
              isStart={view.id === data.startViewId}
              onStart={startWith}
              onOpen={onClose}
            />
          ))}
        </ul>
      )}
      {data && views.length === 0 && <p className="mt-3 text-sm text-soft">{t('none')}</p>}
      {data && isNarrowed(filter) && !current && <SaveView filter={filter} onSaved={onClose} />}
    </Dialog>
  )
}

/** Keeps what the log is narrowed to under a name, and opens it. The words of a search are not kept: it says so. */
function SaveView({ filter, onSaved }: { filter: LeadFilter; onSaved: () => void }) {
  const t = useTranslations('views')
  const router = useRouter()
  const refusalWords = useRefusalWords()
  const mayShare = useCan('write')
  const [name, setName] = useState('')
  const [isShared, setShared] = useState(false)
  const { mutate, isPending, error } = useAddView()
  const save = () => {
    const { search: _, ...kept } = filter
    const view = { name: name.trim(), shared: isShared, filter: kept }
    mutate(view, {
      onSuccess: (saved) => {
        router.replace(`/leads?vy=${saved.id}`)
        onSaved()
      },
    })
  }
  return (
    <Form
      aria-label={t('saveTitle')}
      className="mt-4 grid gap-1"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save()
      }}
    >
      <TextField
        label={t('saveTitle')}
        hint={t(filter.search === '' ? 'nameHint' : 'withoutWords')}
        placeholder={t('namePlaceholder')}
        value={name}
        onChange={setName}
        maxLength={60}
        error={error ? refusalWords(error, t('failed')) : undefined}
      />
      <div className="flex flex-wrap items-center justify-between gap-2">
        {mayShare ? (
          <Checkbox isSelected={isShared} onChange={setShared}>
            {t('shareWithAll')}
          </Checkbox>
        ) : (
          <span />
        )}
        <Button type="submit" variant="primary" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </Form>
  )
}
