'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { NameAndId } from '@/components/customers/name-and-id'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { Button } from '@/components/ui/button'
import { Data } from '@/components/ui/data'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link'
import { PagedList } from '@/components/ui/paged-list'
import { Skeleton } from '@/components/ui/skeleton'
import { Cell, Column, Row, Table, TableBody, TableHead } from '@/components/ui/table'
import { ExactTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import { type WaitingFilter, waitingPageSchema } from '@/lib/sending/waiting-lead'
import { ActOnWaiting } from './act-on-waiting'

const beginning: string | null = null

type WaitingListProps = {
  filter: WaitingFilter
  /** Shows all that wait; `null` where all are shown. */
  onClear: (() => void) | null
}

/** The leads of a filter, the oldest first, each with what can be done to it alone. */
export function WaitingList({ filter, onClear }: WaitingListProps) {
  const t = useTranslations('sending.waiting')
  const pages = useInfiniteQuery({
    queryKey: ['waiting', filter],
    queryFn: ({ pageParam: after, signal }) =>
      callApi('/api/staff/sending/search', {
        method: 'POST',
        isRead: true,
        body: { filter, after },
        answer: waitingPageSchema,
        signal,
      }),
    initialPageParam: beginning,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  const leads = pages.data?.pages.flatMap((page) => page.leads) ?? []
  const total = pages.data?.pages[0]?.total
  if (pages.isPending) return <Skeleton className="h-10 w-full" />
  if (total === 0) {
    return (
      <EmptyState icon={onClear ? 'search' : 'check'} title={t(onClear ? 'noHits' : 'none')}>
        {onClear && <Button onPress={onClear}>{t('clear')}</Button>}
      </EmptyState>
    )
  }
  return (
    <PagedList
      pages={pages}
      errorTitle={t('error')}
      shown={total !== undefined && t('shown', { count: leads.length, total })}
    >
      {leads.length > 0 && (
        <Table caption={t('caption')}>
          <TableHead>
            <Column>{t('person')}</Column>
            <Column>{t('status')}</Column>
            <Column>{t('customer')}</Column>
            <Column>{t('received')}</Column>
            <Column>{t('act')}</Column>
          </TableHead>
          <TableBody>
            {leads.map((lead) => {
              const name = `${lead.firstName} ${lead.lastName}`
              const one = { customer: null, status: null, leadId: lead.id, environment: null }
              return (
                <Row key={lead.id}>
                  <Cell>
                    <TextLink href={`/leads/${lead.id}`} prefetch={false}>
                      <Data>{name}</Data>
                    </TextLink>
                  </Cell>
                  <Cell label={t('status')}>
                    <StatusBadge status={lead.status} />
                  </Cell>
                  <Cell label={t('customer')}>
                    <NameAndId name={lead.customerName} id={lead.vitecCustomerId} />
                  </Cell>
                  <Cell label={t('received')}>
                    <ExactTime at={lead.receivedAt} />
                  </Cell>
                  <Cell label={t('act')}>
                    {lead.status === 'pending' && (
                      <ActOnWaiting action="release" filter={one} of={name} variant="quiet" />
                    )}
                  </Cell>
                </Row>
              )
            })}
          </TableBody>
        </Table>
      )}
    </PagedList>
  )
}
