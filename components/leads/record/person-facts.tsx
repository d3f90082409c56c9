'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { Fact, Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { shownPhone } from '@/lib/leads/shown-phone'
import { placeLine } from '../place-line'

/** The person who had the property valued. */
export function PersonFacts({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record')
  const tField = useTranslations('leads.field')
  return (
    <Panel title={t('person')}>
      <Facts>
        <Fact name={t('name')}>
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
