'use client'

import { useTranslations } from 'use-intl'
import { NameAndId } from '@/components/customers/name-and-id'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { BornElsewhere, WaitingFor } from '@/components/deliveries/waiting-for'
import { Money } from '@/components/ui/amounts'
import { Data } from '@/components/ui/data'
import { Cell, Column, Row, RowLink, Table, TableBody, TableHead, TwoLines } from '@/components/ui/table'
import { ExactTime, RelativeTime } from '@/components/ui/times'
import type { LeadRow } from '@/lib/leads/lead-view'
import { shownPhone } from '@/lib/leads/shown-phone'
import { writtenTime } from '@/lib/time/written-time'
import { LeadName } from '../lead-name'
import { placeLine } from '../place-line'
import { alongRow, OnlyThis } from './only-this'

export function LeadTable({ leads }: { leads: LeadRow[] }) {
  const t = useTranslations('leads.log')
  return (
    <Table caption={t('caption')} isFixed>
      <TableHead>
        <Column>{t('columns.person')}</Column>
        <Column className="w-36 @4xl:w-42">{t('columns.status')}</Column>
        <Column>{t('columns.property')}</Column>
        <Column>{t('columns.customer')}</Column>
        <Column className="w-24 @2xl:hidden @4xl:table-cell">{t('columns.channel')}</Column>
        <Column className="w-40">{t('columns.received')}</Column>
      </TableHead>
      <TableBody>
        {leads.map((lead) => (
          <LeadTableRow key={lead.id} lead={lead} />
        ))}
      </TableBody>
    </Table>
  )
}

/** One lead of the log: who, what became of it, where, for whom, when. The whole row opens its record. */
function LeadTableRow({ lead }: { lead: LeadRow }) {
  const t = useTranslations('leads.log.columns')
  const tProperty = useTranslations('leads.propertySubType')
  const tChannel = useTranslations('leads.channel')
  const tStatus = useTranslations('leads.status')
  const day = writtenTime(lead.receivedAt, 'day')
  const isAnonymised = lead.anonymisedAt !== null
  return (
    <Row>
      <Cell>
        <TwoLines note={isAnonymised ? null : <Data>{`${shownPhone(lead.phone)} · ${lead.email}`}</Data>}>
          <RowLink href={`/leads/${lead.id}`} prefetch={false} onKeyDown={alongRow}>
            <LeadName lead={lead} />
          </RowLink>
        </TwoLines>
      </Cell>
      <Cell label={t('status')}>
        <OnlyThis some={[{ label: tStatus(lead.status), part: { status: [lead.status] } }]}>
          <StatusBadge status={lead.status} />
        </OnlyThis>
        {(lead.status === 'pending' || lead.obstacle === 'environment') && (
          <p className="text-xs text-faint">
            {lead.obstacle === 'environment' ? (
              <BornElsewhere lead={lead} isShort />
            ) : (
              <WaitingFor lead={lead} />
            )}
          </p>
        )}
      </Cell>
      <Cell label={t('property')}>
        <TwoLines
          note={
            <>
              <span>{tProperty(lead.propertySubType)}</span>
              {!isAnonymised && (
                <span>
                  {' '}
                  · <Money kronor={lead.valuation} />
                </span>
              )}
            </>
          }
        >
          {isAnonymised ? '–' : <Data>{placeLine(lead)}</Data>}
        </TwoLines>
      </Cell>
      <Cell label={t('customer')}>
        <OnlyThis
          some={[
            {
              label: lead.customerName ?? '',
              part: lead.customerId ? { customer: lead.customerId } : null,
            },
            {
              label: lead.leadSourceName ?? '',
              part: lead.leadSourceId ? { customer: lead.customerId, source: lead.leadSourceId } : null,
            },
          ]}
        >
          <TwoLines note={<NameAndId name={lead.leadSourceName} id={lead.vitecSourceId} />}>
            <NameAndId name={lead.customerName} id={lead.vitecCustomerId} />
          </TwoLines>
        </OnlyThis>
      </Cell>
      <Cell label={t('channel')} className="@2xl:hidden! @4xl:table-cell!">
        <OnlyThis some={[{ label: tChannel(lead.channel), part: { channel: lead.channel } }]}>
          {tChannel(lead.channel)}
        </OnlyThis>
      </Cell>
      <Cell label={t('received')}>
        <OnlyThis some={[{ label: day, part: { received: `${day}..${day}` } }]}>
          <TwoLines note={<ExactTime at={lead.receivedAt} />}>
            <RelativeTime at={lead.receivedAt} />
          </TwoLines>
        </OnlyThis>
      </Cell>
    </Row>
  )
}
