'use client'

import { useTranslations } from 'use-intl'
import { StatusBadge } from '@/components/deliveries/status-badge'
import { Data } from '@/components/ui/data'
import { Disclosure } from '@/components/ui/disclosure'
import { Fact, Facts } from '@/components/ui/facts'
import { TextLink } from '@/components/ui/link'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { LeadHistory, OtherLead } from '@/lib/leads/lead-history'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { shownPhone } from '@/lib/leads/shown-phone'
import { placeLine } from '../place-line'
import { TestMarkOf } from '../test-mark'

/** The person who had the property valued. */
export function PersonFacts({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record')
  const tField = useTranslations('leads.field')
  return (
    <Panel title={t('person')}>
      <Facts>
        <Fact name={t('name')}>
          <TestMarkOf lead={lead} />
          <Data>{`${lead.firstName} ${lead.lastName}`}</Data>
        </Fact>
        <Fact name={tField('phone')}>
          <a
            translate="no"
            href={`tel:${lead.phone}`}
            className="whitespace-nowrap text-link hover:underline"
          >
            {shownPhone(lead.phone)}
          </a>
        </Fact>
        <Fact name={tField('email')}>
          <a translate="no" href={`mailto:${lead.email}`} className="wrap-anywhere text-link hover:underline">
            {lead.email}
          </a>
        </Fact>
        <Fact name={t('address')}>
          <Data>{placeLine(lead)}</Data>
        </Fact>
        {lead.qualification !== null && (
          <Fact name={tField('qualification')}>
            <Data>{lead.qualification}</Data>
          </Fact>
        )}
        {lead.customField !== null && (
          <Fact name={tField('customField')}>
            <Data>{lead.customField}</Data>
          </Fact>
        )}
      </Facts>
    </Panel>
  )
}

const shownAtOnce = 5

/** Other leads with the same phone or e-mail: the newest few, the rest on request. */
export function OtherLeads({ others: { leads, hasMore } }: Pick<LeadHistory, 'others'>) {
  const t = useTranslations('leads.record.others')
  const [first, rest] = [leads.slice(0, shownAtOnce), leads.slice(shownAtOnce)]
  return (
    <Panel title={t('title')}>
      {leads.length === 0 && <p className="text-sm text-faint">{t('none')}</p>}
      <LeadLinks leads={first} />
      {rest.length > 0 && (
        <div className="mt-1.5">
          <Disclosure title={t('all', { count: rest.length })}>
            <LeadLinks leads={rest} />
          </Disclosure>
        </div>
      )}
      {hasMore && <p className="mt-2 text-sm text-soft">{t('more')}</p>}
    </Panel>
  )
}

function LeadLinks({ leads }: { leads: OtherLead[] }) {
  return (
    <ul className="grid gap-1.5 text-sm">
      {leads.map(({ id, receivedAt, status, customerName, vitecCustomerId, environment }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-2 gap-y-0.5">
          <TextLink href={`/leads/${id}`} className="inline-flex min-h-6 items-center">
            <ExactTime at={receivedAt} />
          </TextLink>
          <Data className="min-w-0 text-soft wrap-anywhere">{customerName ?? vitecCustomerId}</Data>
          <StatusBadge status={status} />
          <TestMarkOf lead={{ environment }} />
        </li>
      ))}
    </ul>
  )
}
