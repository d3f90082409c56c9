'use client'

import { useTranslations } from 'use-intl'
import { Area } from '@/components/ui/area'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { Panel } from '@/components/ui/panel'
import type { LeadRecord } from '@/lib/lead/lead-view'

/** The valued property. What was not given is not listed: what applies differs from home to home. */
export function PropertyFacts({ lead }: { lead: LeadRecord }) {
  const words = useTranslations('leadRecord')
  const typeWords = useTranslations('propertySubType')
  const ownerWords = useTranslations('occupantType')
  const { livingArea, secondaryArea, lotSizeArea, associationFee, occupantType } = lead
  const optional = [
    { name: words('livingArea'), value: livingArea !== null && <Area squareMetres={livingArea} /> },
    { name: words('rooms'), value: lead.rooms },
    { name: words('secondaryArea'), value: secondaryArea !== null && <Area squareMetres={secondaryArea} /> },
    { name: words('lotSizeArea'), value: lotSizeArea !== null && <Area squareMetres={lotSizeArea} /> },
    { name: words('yearBuilt'), value: lead.yearBuilt },
    { name: words('occupantType'), value: occupantType && ownerWords(occupantType) },
    { name: words('associationFee'), value: associationFee !== null && <Money kronor={associationFee} /> },
  ]
  return (
    <Panel title={words('property')}>
      <Facts>
        <Fact name={words('valuation')}>
          <Money kronor={lead.valuation} />
        </Fact>
        <Fact name={words('valuationDate')}>
          <ExactTime at={lead.valuationDate} look="day" />
        </Fact>
        <Fact name={words('propertySubType')}>{typeWords(lead.propertySubType)}</Fact>
        {optional.map(
          ({ name, value }) =>
            value && (
              <Fact key={name} name={name}>
                {value}
              </Fact>
            ),
        )}
      </Facts>
    </Panel>
  )
}
