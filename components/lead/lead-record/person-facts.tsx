'use client'

import { useTranslations } from 'use-intl'
import { Fact, Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import type { LeadRecord } from '@/lib/lead/lead-view'
import { placeLine } from '../place-line'

/** The person who had the property valued. */
export function PersonFacts({ lead }: { lead: LeadRecord }) {
  const words = useTranslations('leadRecord')
  const fieldWords = useTranslations('leadField')
  return (
    <Panel title={words('person')}>
      <Facts>
        <Fact name={words('name')}>
          {lead.firstName} {lead.lastName}
        </Fact>
        <Fact name={fieldWords('phone')}>
          <a href={`tel:${lead.phone}`} className="text-link hover:underline">
            {lead.phone}
          </a>
        </Fact>
        <Fact name={fieldWords('email')}>
          <a href={`mailto:${lead.email}`} className="wrap-anywhere text-link hover:underline">
            {lead.email}
          </a>
        </Fact>
        <Fact name={words('address')}>{placeLine(lead)}</Fact>
        {lead.qualification !== null && <Fact name={fieldWords('qualification')}>{lead.qualification}</Fact>}
        {lead.customField !== null && <Fact name={fieldWords('customField')}>{lead.customField}</Fact>}
      </Facts>
    </Panel>
  )
}
