'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { NameAndId } from '@/components/customers/name-and-id'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { Data } from '@/components/ui/data'
import { TextLink } from '@/components/ui/link'
import { PagedList } from '@/components/ui/paged-list'
import { Skeleton } from '@/components/ui/skeleton'
import { Cell, Column, Row, Table, TableBody, TableHead } from '@/components/ui/table'
import { ExactTime } from '@/components/ui/times'
import { callApi } from '@/lib/api-client/call-api'
import { type WaitingFilter, waitingPageSchema } from '@/lib/delivery/hold/waiting-leads'
import { ActOnWaiting } from './act-on-waiting'

const beginning: string | null = null

/** The leads of a filter, the oldest first, each with what can be done to it alone. */
export function WaitingList({ filter }: { filter: WaitingFilter }) {
  const words = useTranslations('sending.waiting')
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
  if (total === 0) return <p className="text-sm text-soft">{words('none')}</p>
  return (
    <PagedList
      pages={pages}
      errorTitle={words('error')}
      shown={total !== undefined && words('shown', { count: leads.length, total })}
    >
      <Table caption={words('caption')}>
        <TableHead>
          <Column>{words('person')}</Column>
          <Column>{words('status')}</Column>
          <Column>{words('customer')}</Column>
          <Column>{words('received')}</Column>
          <Column>{words('act')}</Column>
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
                <Cell label={words('status')}>
                  <StatusBadge status={lead.status} />
                </Cell>
                <Cell label={words('customer')}>
                  <NameAndId name={lead.customerName} id={lead.vitecCustomerId} />
                </Cell>
                <Cell label={words('received')}>
                  <ExactTime at={lead.receivedAt} />
                </Cell>
                <Cell label={words('act')}>
                  {lead.status === 'pending' && (
                    <ActOnWaiting action="release" filter={one} of={name} variant="quiet" />
                  )}
                </Cell>
              </Row>
            )
          })}
        </TableBody>
      </Table>
    </PagedList>
  )
}
