'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { Fact, Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import type { LeadRecord } from '@/lib/leads/lead-view'
import { placeLine } from '../place-line'

/** The person who had the property valued. */
export function PersonFacts({ lead }: { lead: LeadRecord }) {
  const words = useTranslations('leadRecord')
  const fieldWords = useTranslations('leadField')
  return (
    <Panel title={words('person')}>
      <Facts>
        <Fact name={words('name')}>
          <Data>{`${lead.firstName} ${lead.lastName}`}</Data>
        </Fact>
        <Fact name={fieldWords('phone')}>
          <a translate="no" href={`tel:${lead.phone}`} className="text-link hover:underline">
            {lead.phone}
          </a>
        </Fact>
        <Fact name={fieldWords('email')}>
          <a translate="no" href={`mailto:${lead.email}`} className="wrap-anywhere text-link hover:underline">
            {lead.email}
          </a>
        </Fact>
        <Fact name={words('address')}>
          <Data>{placeLine(lead)}</Data>
        </Fact>
        {lead.qualification !== null && (
          <Fact name={fieldWords('qualification')}>
            <Data>{lead.qualification}</Data>
          </Fact>
        )}
        {lead.customField !== null && (
          <Fact name={fieldWords('customField')}>
            <Data>{lead.customField}</Data>
          </Fact>
        )}
      </Facts>
    </Panel>
  )
}
