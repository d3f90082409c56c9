'use client'

import { useTranslations } from 'use-intl'
import { Area, Money } from '@/components/ui/amounts'
import { Fact, Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { LeadRecord } from '@/lib/lead/lead-view'

/** The valued property. What was not given is not listed: what applies differs from home to home. */
export function PropertyFacts({ lead }: { lead: LeadRecord }) {
  const words = useTranslations('leadRecord')
  const fieldWords = useTranslations('leadField')
  const typeWords = useTranslations('propertySubType')
  const ownerWords = useTranslations('occupantType')
  const { livingArea, secondaryArea, lotSizeArea, associationFee, occupantType } = lead
  const optional = [
    { name: fieldWords('livingArea'), value: livingArea !== null && <Area squareMetres={livingArea} /> },
    { name: fieldWords('rooms'), value: lead.rooms },
    {
      name: fieldWords('secondaryArea'),
      value: secondaryArea !== null && <Area squareMetres={secondaryArea} />,
    },
    { name: fieldWords('lotSizeArea'), value: lotSizeArea !== null && <Area squareMetres={lotSizeArea} /> },
    { name: fieldWords('yearBuilt'), value: lead.yearBuilt },
    { name: fieldWords('occupantType'), value: occupantType && ownerWords(occupantType) },
    {
      name: fieldWords('associationFee'),
      value: associationFee !== null && <Money kronor={associationFee} />,
    },
  ]
  return (
    <Panel title={words('property')}>
      <Facts>
        <Fact name={fieldWords('valuation')}>
          <Money kronor={lead.valuation} />
        </Fact>
        <Fact name={fieldWords('valuationDate')}>
          <ExactTime at={lead.valuationDate} look="day" />
        </Fact>
        <Fact name={fieldWords('propertySubType')}>{typeWords(lead.propertySubType)}</Fact>
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
