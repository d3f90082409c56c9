'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { Can } from '@/components/auth/can'
import { CallButton } from '@/components/customers/call-button'
import { useErrorKindWords } from '@/components/deliveries/vitec-words'
import { Data } from '@/components/ui/data'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { RelativeTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import { type PausedCustomer, pausedCustomerSchema } from '@/lib/leads/lead-news'

/** Beside what else is read anew when a customer was changed. */
export const pausedKey = ['customers', 'paused']

/** The customers whose leads wait for a person. The list of leads below keeps them up to date. */
export function usePausedCustomers(initial: PausedCustomer[], readAt: number): PausedCustomer[] {
  const { data } = useQuery({
    queryKey: pausedKey,
    queryFn: ({ signal }) =>
      callApi('/api/staff/customers/paused', { answer: pausedCustomerSchema.array(), signal }),
    initialData: initial,
    initialDataUpdatedAt: readAt,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return data
}

/** Customers that are paused: why, since when, how many leads wait, and the way out. */
export function PausedCustomers({ customers }: { customers: PausedCustomer[] }) {
  const t = useTranslations('leads.toDo.paused')
  const errorKindWords = useErrorKindWords()
  if (customers.length === 0) return null
  return (
    <Panel title={t('title', { count: customers.length })} className="mb-4" isFlush>
      <ul>
        {customers.map(({ id, name, vitecId, reason, since, waiting }) => (
          <li
            key={id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-line px-4 py-2.5 first:border-t-0"
          >
            <div className="min-w-0 text-sm">
              <p className="flex items-center gap-1.5 font-medium text-ink">
                <Icon name="clock" className="text-warning" />
                <Data className="min-w-0 wrap-anywhere">{name}</Data>
                {name !== vitecId && (
                  <Data className="font-mono text-xs font-normal text-faint">{vitecId}</Data>
                )}
              </p>
              <p className="text-soft">
                {reason && <span>{errorKindWords(reason)}. </span>}
                {t.rich('since', { time: () => <RelativeTime at={since} /> })}{' '}
                <span>{t('waiting', { count: waiting })}</span>
              </p>
            </div>
            <div className="flex flex-wrap items-center gap-3">
              <TextLink href={`/customers/${id}`} className="inline-flex min-h-6 items-center text-sm">
                {t('toCustomer')}
              </TextLink>
              <Can permission="write">
                <CallButton
                  variant="secondary"
                  call={{ method: 'POST', path: `customers/${id}/resume` }}
                  label={t('resumeNamed', { name })}
                  done={t('resumed')}
                >
                  {t('resume')}
                </CallButton>
              </Can>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
