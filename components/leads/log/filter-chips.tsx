'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import {
  daysBetween,
  type FilterChoices,
  noFilter,
  periods,
  type ShownFilter,
  shownNames,
} from '@/lib/leads/log-filter'
import type { FilterNames } from './use-filter-names'

type FilterChipsProps = { filter: ShownFilter; names: FilterNames; onSet: (filter: ShownFilter) => void }

/** What the log is narrowed to; a press on a chip's cross takes it away. */
export function FilterChips({ filter, names, onSet }: FilterChipsProps) {
  const t = useTranslations('leads.filter')
  const wordsOf = useFilterWords(names)
  const active = shownNames.filter((name) => String(filter[name] ?? '') !== '' && !isPeriod(name, filter))
  if (active.length === 0) return null
  return (
    <ul aria-label={t('active')} className="contents">
      {active.map((name) => {
        const { what, of } = wordsOf(name, filter)
        return (
          <li
            key={name}
            className={`${isInSight(name, filter) ? 'sm:hidden' : ''} inline-flex min-h-7 max-w-full items-stretch rounded-md border border-link bg-accent-wash pl-2 text-sm text-ink pointer-coarse:min-h-9`}
          >
            <span className="min-w-0 self-center wrap-anywhere">
              <span className="text-soft">{what}</span> <Data>{of}</Data>
            </span>
            <button
              type="button"
              aria-label={t('remove', { what, of })}
              onClick={() => onSet({ ...filter, ...noneOf(name) })}
              className="flex min-w-7 cursor-pointer items-center justify-center rounded-md text-soft outline-offset-[-2px] outline-link hover:text-ink focus-visible:outline-2 pointer-coarse:min-w-9"
            >
              <Icon name="close" className="size-3.5!" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** A period stands in its own list, beside the chips. */
const isPeriod = (name: keyof ShownFilter, { received }: ShownFilter) =>
  name === 'received' && periods.some((period) => period === received)

/** One status is chosen above the log, where there is room for it. */
const isInSight = (name: keyof ShownFilter, { status }: ShownFilter) =>
  name === 'status' && status.length === 1

/** A lead source is of one customer: it goes with it. */
const noneOf = (name: keyof ShownFilter): Partial<ShownFilter> =>
  name === 'customer' ? { customer: null, source: null } : { [name]: noFilter[name] }

/** What a filter narrows by, and to what, in words. */
function useFilterWords({ choices, isError }: FilterNames) {
  const t = useTranslations('leads.filter')
  const tStatus = useTranslations('leads.status')
  const tChannel = useTranslations('leads.channel')
  const tActor = useTranslations('audit.actor')
  const named = (id: string | null, among: { id: string; name: string }[] | undefined) =>
    among?.find((one) => one.id === id)?.name ?? (choices || isError ? t('notOnList') : '…')
  return (name: keyof ShownFilter, filter: ShownFilter): { what: string; of: string } => {
    const words: Record<keyof ShownFilter, () => string> = {
      status: () => filter.status.map((status) => tStatus(status)).join(', '),
      customer: () => named(filter.customer, choices?.customers),
      source: () => named(filter.source, choices && sourcesOf(choices)),
      channel: () => (filter.channel ? tChannel(filter.channel) : ''),
      sender: () => (filter.sender === 'open' ? tActor('open') : named(filter.sender, choices?.senders)),
      received: () => {
        const period = periods.find((one) => one === filter.received)
        const days = daysBetween(filter.received ?? '')
        return period ? t(`period.${period}`) : days ? `${days.first} – ${days.last}` : ''
      },
      tests: () => t(`tests.${filter.tests ?? 'none'}`),
    }
    return { what: t(`name.${name}`), of: words[name]() }
  }
}

const sourcesOf = ({ customers }: FilterChoices) => customers.flatMap(({ sources }) => sources)
