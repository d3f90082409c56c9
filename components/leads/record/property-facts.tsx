'use client'

import { useTranslations } from 'use-intl'
import { Area, Money } from '@/components/ui/amounts'
import { Fact, Facts } from '@/components/ui/facts'
import { Panel } from '@/components/ui/panel'
import { ExactTime } from '@/components/ui/times'
import type { LeadRecord } from '@/lib/leads/lead-view'

/** The valued property. What was not given is not listed: what applies differs from home to home. */
export function PropertyFacts({ lead }: { lead: LeadRecord }) {
  const t = useTranslations('leads.record')
  const tField = useTranslations('leads.field')
  const tType = useTranslations('leads.propertySubType')
  const tOwner = useTranslations('leads.occupantType')
  const { livingArea, secondaryArea, lotSizeArea, associationFee, occupantType } = lead
  const optional = [
    { name: tField('livingArea'), value: livingArea !== null && <Area squareMetres={livingArea} /> },
    { name: tField('rooms'), value: lead.rooms },
    {
      name: tField('secondaryArea'),
      value: secondaryArea !== null && <Area squareMetres={secondaryArea} />,
    },
    { name: tField('lotSizeArea'), value: lotSizeArea !== null && <Area squareMetres={lotSizeArea} /> },
    { name: tField('yearBuilt'), value: lead.yearBuilt },
    { name: tField('occupantType'), value: occupantType && tOwner(occupantType) },
    {
      name: tField('associationFee'),
      value: associationFee !== null && <Money kronor={associationFee} />,
    },
  ]
  return (
    <Panel title={t('property')}>
      <Facts>
        <Fact name={tField('valuation')}>
          <Money kronor={lead.valuation} />
        </Fact>
        <Fact name={tField('valuationDate')}>
          <ExactTime at={lead.valuationDate} look="day" />
        </Fact>
        <Fact name={tField('propertySubType')}>{tType(lead.propertySubType)}</Fact>
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
