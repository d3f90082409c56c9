'use client'

import { useTranslations } from 'use-intl'
import { Panel } from '@/components/ui/panel'

/** The customer ids with which the sandbox plays a fault, in the order in which they are explained. */
export const magicCustomerIds = [
  'SANDBOX-400',
  'SANDBOX-401',
  'SANDBOX-403',
  'SANDBOX-404',
  'SANDBOX-REDIRECT',
  'SANDBOX-429',
  'SANDBOX-500',
  'SANDBOX-503',
  'SANDBOX-SLOW',
  'SANDBOX-TIMEOUT',
  'SANDBOX-LOST',
  'SANDBOX-NOREAD',
  'SANDBOX-GARBAGE',
] as const

/** The lead source that no customer has. */
export const unknownLeadSource = 'SANDBOX-NOSOURCE'

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
