'use client'

import { useTranslations } from 'use-intl'
import { NameAndId } from '@/components/customers/name-and-id'
import { BornElsewhere } from '@/components/deliveries/born-elsewhere'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { WaitingFor } from '@/components/deliveries/waiting-for'
import { Data } from '@/components/ui/data'
import { ExactTime } from '@/components/ui/exact-time'
import { Money } from '@/components/ui/money'
import { RelativeTime } from '@/components/ui/relative-time'
import { Cell, Row, RowLink } from '@/components/ui/table-row'
import { TwoLines } from '@/components/ui/two-lines'
import type { LeadRow } from '@/lib/leads/lead-view'
import { LeadName } from '../lead-name'
import { placeLine } from '../place-line'

/** One lead of the log: who, what became of it, where, for whom, when. The whole row opens its record. */
export function LeadTableRow({ lead }: { lead: LeadRow }) {
  const words = useTranslations('leadLog.columns')
  const propertyWords = useTranslations('propertySubType')
  const channelWords = useTranslations('channel')
  const isAnonymised = lead.anonymisedAt !== null
  return (
    <Row>
      <Cell>
        <TwoLines note={isAnonymised ? null : <Data>{`${lead.phone} · ${lead.email}`}</Data>}>
          <RowLink href={`/leads/${lead.id}`} prefetch={false}>
            <LeadName lead={lead} />
          </RowLink>
        </TwoLines>
      </Cell>
      <Cell label={words('status')}>
        <StatusBadge status={lead.status} />
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
      <Cell label={words('property')}>
        <TwoLines
          note={
            <>
              <span>{propertyWords(lead.propertySubType)}</span>
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
      <Cell label={words('customer')}>
        <TwoLines note={<NameAndId name={lead.leadSourceName} id={lead.vitecSourceId} />}>
          <NameAndId name={lead.customerName} id={lead.vitecCustomerId} />
        </TwoLines>
      </Cell>
      <Cell label={words('channel')} className="@2xl:hidden! @4xl:table-cell!">
        {channelWords(lead.channel)}
      </Cell>
      <Cell label={words('received')}>
        <TwoLines note={<ExactTime at={lead.receivedAt} />}>
          <RelativeTime at={lead.receivedAt} />
        </TwoLines>
      </Cell>
    </Row>
  )
}
