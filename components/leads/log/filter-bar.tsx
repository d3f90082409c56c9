'use client'

import { useMutation } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { useRefusalWords } from '@/components/form/use-refusal-words'
import { Button } from '@/components/ui/button'
import { copyText } from '@/components/ui/copy-text'
import { Icon } from '@/components/ui/icon'
import { showToast } from '@/components/ui/toast'
import { callApi } from '@/lib/api-client/call-api'
import {
  type FilterChoices,
  isNarrowed,
  type LeadFilter,
  periods,
  type ShownFilter,
  writeAddress,
} from '@/lib/leads/log-filter'
import { type SavedView, viewLinkSchema } from '@/lib/views/view'
import { useLeadCounts } from '../use-lead-counts'
import { FilterChips } from './filter-chips'
import { useFilterNames } from './use-filter-names'

const FilterDialog = dynamic(() => import('./filter-dialog').then((module) => module.FilterDialog))
const ViewsDialog = dynamic(() =>
  import('@/components/views/views-dialog').then((module) => module.ViewsDialog),
)

type FilterBarProps = {
  filter: LeadFilter
  /** It is what the reader has asked for by now. */
  isReady: boolean
  /** What its ids are called, where the server said so with the page. */
  initialNames: FilterChoices | null
  /** The view that the log stands in. */
  view: SavedView | null
  onSet: (filter: ShownFilter) => void
  onClear: () => void
}

/** What the log is narrowed to, chip by chip, with the ways to narrow it further, to keep it and to hand it on. */
export function FilterBar({ filter, isReady, initialNames, view, onSet, onClear }: FilterBarProps) {
  const t = useTranslations('leads.filter')
  const [open, setOpen] = useState<'filter' | 'views' | null>(null)
  const names = useFilterNames(filter, { initial: initialNames, isChoosing: open === 'filter' })
  const close = () => setOpen(null)
  const isFiltered = isNarrowed(filter) || filter.search !== ''
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Button size="sm" onPress={() => setOpen('views')} className="max-w-full">
        <Icon name="leads" className="text-faint" />
        <span className="min-w-0 truncate">{view ? t('view', { name: view.name }) : t('views')}</span>
      </Button>
      <Button size="sm" data-shortcut="filter" onPress={() => setOpen('filter')}>
        <Icon name="filter" className="text-faint" />
        {t('open')}
      </Button>
      <ReceivedChoice
        filter={filter}
        onChoose={(received) => onSet({ ...filter, received })}
        onBetween={() => setOpen('filter')}
      />
      <FilterChips filter={filter} names={names} onSet={onSet} />
      {isFiltered && (
        <>
          <Button size="sm" variant="quiet" onPress={onClear}>
            {t('clear')}
          </Button>
          <CopyViewLink filter={filter} isReady={isReady} />
        </>
      )}
      {filter.tests === null && <HiddenTests onShow={() => onSet({ ...filter, tests: 'with' })} />}
      {open === 'filter' && <FilterDialog filter={filter} names={names} onSet={onSet} onClose={close} />}
      {open === 'views' && <ViewsDialog filter={filter} current={view} onClose={close} />}
    </div>
  )
}

/** Says, where there are any, that the log leaves leads of test keys out; and shows them at a press. */
export function HiddenTests({ onShow }: { onShow: () => void }) {
  const t = useTranslations('leads.log.tests')
  const areThere = useLeadCounts({ isFed: true })?.tests ?? false
  if (!areThere) return null
  return (
    <p className="inline-flex flex-wrap items-center text-sm text-faint">
      <span>{t('hidden')}</span>
      <Button size="sm" variant="quiet" onPress={onShow}>
        {t('show')}
      </Button>
    </p>
  )
}

type ReceivedChoiceProps = {
  filter: ShownFilter
  onChoose: (received: ShownFilter['received']) => void
  /** Two days are typed with the other filters. */
  onBetween: () => void
}

const anyTime = ''
const between = 'between'

/** When the leads came in: the browser's own list, which opens and is chosen from in two presses. */
function ReceivedChoice({ filter: { received }, onChoose, onBetween }: ReceivedChoiceProps) {
  const t = useTranslations('leads.filter')
  const choose = (value: string) => {
    if (value === between) return onBetween()
    onChoose(value === anyTime ? null : value)
  }
  const isPeriod = received === null || periods.some((period) => period === received)
  return (
    <select
      aria-label={t('received')}
      value={isPeriod ? (received ?? anyTime) : between}
      onChange={(event) => choose(event.target.value)}
      className={`h-7 max-w-full rounded-md border bg-surface px-1.5 text-sm text-ink outline-link hover:bg-hover focus-visible:outline-2 pointer-coarse:h-9 ${received === null ? 'border-control/50' : 'border-link'}`}
    >
      <option value={anyTime}>{t('anyTime')}</option>
      {periods.map((period) => (
        <option key={period} value={period}>
          {t(`period.${period}`)}
        </option>
      ))}
      <option value={between}>{t('between')}</option>
    </select>
  )
}

/**
 * Copies a link for a colleague to what the log is narrowed to. Words of a search stand in no address: with them the server
 * keeps it for a day, sealed, and the link has the only key.
 */
function CopyViewLink({ filter, isReady }: Pick<FilterBarProps, 'filter' | 'isReady'>) {
  const t = useTranslations('leads.filter.link')
  const refusalWords = useRefusalWords()
  const copy = async (params: Record<string, string>, title: string) => {
    const address = `${location.origin}/leads?${new URLSearchParams(params)}`
    showToast(
      (await copyText(address)) ? { tone: 'success', title } : { tone: 'danger', title: t('notCopied') },
    )
  }
  const { mutate, isPending } = useMutation({
    mutationFn: () =>
      callApi('/api/staff/views/links', {
        method: 'POST',
        isRead: true,
        body: filter,
        answer: viewLinkSchema,
      }),
    onSuccess: ({ token }) => copy({ vy: token }, t('copiedForADay')),
    onError: (error) => showToast({ tone: 'danger', title: refusalWords(error, t('failed')) }),
    gcTime: 0,
  })
  const press = () => {
    if (filter.search !== '') return mutate()
    const named = Object.entries(writeAddress(filter)).filter(
      (one): one is [string, string] => one[1] !== null,
    )
    void copy(Object.fromEntries(named), t('copied'))
  }
  return (
    <Button size="sm" variant="quiet" isDisabled={!isReady} isPending={isPending} onPress={press}>
      <Icon name="link" />
      {t('copy')}
    </Button>
  )
}
