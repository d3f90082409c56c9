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

type LeadTableProps = {
  leads: LeadRow[]
  /** The lead whose record stands beside the list. */
  openId: string | null
  /** Whether each says who has to do something about it. */
  showsWho: boolean
  /** Follows the link of a lead's row in another way than the browser would. */
  onOpen: (id: string, event: React.MouseEvent) => void
}

/**
 * Where there is no room for columns a lead has three lines: who and how it stands, where and what (or what it waits for), for
 * whom and when.
 */
export function LeadTable({ leads, openId, showsWho, onOpen }: LeadTableProps) {
  const t = useTranslations('leads.log')
  return (
    <Table caption={t('caption')} isFixed>
      <TableHead>
        <Column className="w-[24%]">{t('columns.person')}</Column>
        <Column className="w-36 @[60rem]:w-42">{t('columns.status')}</Column>
        <Column>{t('columns.property')}</Column>
        <Column>{t('columns.customer')}</Column>
        <Column className="w-24 @2xl:hidden @[60rem]:table-cell">{t('columns.channel')}</Column>
        <Column className="w-36 @[60rem]:w-40">{t('columns.received')}</Column>
      </TableHead>
      <TableBody>
        {leads.map((lead) => (
          <LeadTableRow
            key={lead.id}
            lead={lead}
            isOpen={lead.id === openId}
            showsWho={showsWho}
            onOpen={onOpen}
          />
        ))}
      </TableBody>
    </Table>
  )
}

/** At the end of its line, where there are no columns. */
const atEnd = 'justify-end! text-right @2xl:text-left'

type LeadTableRowProps = { lead: LeadRow; isOpen: boolean } & Pick<LeadTableProps, 'showsWho' | 'onOpen'>

/** One lead of the log: who, what became of it, where, for whom, when. The whole row opens its record. */
function LeadTableRow({ lead, isOpen, showsWho, onOpen }: LeadTableRowProps) {
  const tProperty = useTranslations('leads.propertySubType')
  const tChannel = useTranslations('leads.channel')
  const tStatus = useTranslations('leads.status')
  const day = writtenTime(lead.receivedAt, 'day')
  const isAnonymised = lead.anonymisedAt !== null
  const waits = waitsFor(lead)
  return (
    <Row
      isCurrent={isOpen}
      className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 @2xl:table-row"
      data-lead={lead.id}
    >
      <Cell>
        <TwoLines isWhole note={isAnonymised ? null : <PhoneAndEmail lead={lead} />}>
          <RowLink
            href={`/leads/${lead.id}`}
            prefetch={false}
            {...(isOpen && { 'aria-current': 'true' })}
            onClick={(event) => onOpen(lead.id, event)}
            onKeyDown={alongRow}
          >
            <LeadName lead={lead} />
          </RowLink>
        </TwoLines>
      </Cell>
      <Cell className={atEnd}>
        <OnlyThis some={[{ label: tStatus(lead.status), part: { status: [lead.status] } }]}>
          <StatusBadge status={lead.status} />
        </OnlyThis>
        {showsWho && lead.mustAct && <MustAct who={lead.mustAct} />}
        {waits && <p className="hidden text-xs text-faint @2xl:block">{waits}</p>}
      </Cell>
      <Cell className="col-span-2">
        <div className="flex min-w-0 flex-wrap gap-x-2 @2xl:block">
          <div className="min-w-0 truncate very-low:whitespace-normal very-low:wrap-anywhere">
            {isAnonymised ? '–' : <Data>{placeLine(lead)}</Data>}
          </div>
          {waits && <p className="text-xs leading-5 text-faint @2xl:hidden">{waits}</p>}
          <div
            className={`text-xs leading-5 text-faint @2xl:block @2xl:truncate @2xl:leading-4 ${waits ? 'hidden' : ''}`}
          >
            <span>{tProperty(lead.propertySubType)}</span>
            {!isAnonymised && (
              <span>
                {' '}
                · <Money kronor={lead.valuation} />
              </span>
            )}
          </div>
        </div>
      </Cell>
      <Cell>
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
          <TwoLines isWideOnly note={<NameAndId name={lead.leadSourceName} id={lead.vitecSourceId} />}>
            <NameAndId name={lead.customerName} id={lead.vitecCustomerId} />
          </TwoLines>
        </OnlyThis>
      </Cell>
      <Cell className="hidden! @[60rem]:table-cell!">
        <OnlyThis some={[{ label: tChannel(lead.channel), part: { channel: lead.channel } }]}>
          {tChannel(lead.channel)}
        </OnlyThis>
      </Cell>
      <Cell className={atEnd}>
        <OnlyThis some={[{ label: day, part: { received: `${day}..${day}` } }]}>
          <TwoLines isWideOnly note={<ExactTime at={lead.receivedAt} />}>
            <RelativeTime at={lead.receivedAt} />
          </TwoLines>
        </OnlyThis>
      </Cell>
    </Row>
  )
}

/** Who has to do something about a lead, in a word: beside its status, or below it where there are columns. */
function MustAct({ who }: { who: NonNullable<LeadRow['mustAct']> }) {
  const t = useTranslations('deliveries.mustAct')
  return (
    <p className="ml-1.5 inline-block text-xs text-soft @2xl:ml-0 @2xl:block">
      <span className="sr-only">{`${t('title')}: `}</span>
      <span>{t(`short.${who}`)}</span>
    </p>
  )
}

/** What a lead waits for, or why it is not sent; `null` where it is neither. */
function waitsFor(lead: LeadRow): React.ReactNode {
  if (lead.obstacle === 'environment') return <BornElsewhere lead={lead} isShort />
  const isSaid = lead.obstacle !== null || lead.customerPaused || lead.nextAttemptAt !== null
  return lead.status === 'pending' && isSaid ? <WaitingFor lead={lead} /> : null
}

/** How the person is reached; each whole, on a line of its own where both do not fit on one. */
function PhoneAndEmail({ lead: { phone, email } }: { lead: Pick<LeadRow, 'phone' | 'email'> }) {
  return (
    <span className="hidden flex-wrap gap-x-2 @2xl:flex">
      <Data className="whitespace-nowrap">{shownPhone(phone)}</Data>
      <Data className="wrap-anywhere">{email}</Data>
    </span>
  )
}
