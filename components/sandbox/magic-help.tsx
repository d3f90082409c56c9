'use client'

import { useTranslations } from 'use-intl'
import { Panel } from '@/components/ui/panel'
import { magicCustomerIds, unknownLeadSource } from './magic-customer-ids'

/** What testers can make the sandbox do, and how. */
export function MagicHelp() {
  const t = useTranslations('sandbox.magic')
  const ids = [...magicCustomerIds, unknownLeadSource] as const
  return (
    <Panel title={t('title')}>
      <p className="mb-3 text-sm text-soft">{t('detail')}</p>
      <dl className="grid gap-2.5 text-sm">
        {ids.map((id) => (
          <div key={id}>
            <dt className="flex flex-wrap items-baseline gap-x-2 font-mono text-xs text-ink">
              {id}
              {id === unknownLeadSource && <span className="font-sans text-faint">{t('isLeadSource')}</span>}
            </dt>
            <dd className="text-faint">{t(`ids.${id}`)}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
