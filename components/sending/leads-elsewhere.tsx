'use client'

import { useTranslations } from 'use-intl'
import { isLive } from '@/lib/environments/environment'
import type { WaitingOverview } from '@/lib/sending/sending-hold'
import { ActOnWaiting } from './act-on-waiting'

type LeadsElsewhereProps = { elsewhere: WaitingOverview['elsewhere'] }

/** Leads that wait and were born elsewhere: to be moved, where both places are real, or stopped. */
export function LeadsElsewhere({ elsewhere }: LeadsElsewhereProps) {
  const t = useTranslations('sending.elsewhere')
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere" className="text-sm font-semibold text-ink">
        {t('title')}
      </h2>
      <p className="mt-1 mb-3 max-w-180 text-sm text-soft">{t('detail')}</p>
      <ul className="rounded-lg border border-line bg-surface">
        {elsewhere.map(({ environment, leads, mayMove }) => {
          const filter = { customer: null, status: null, leadId: null, environment }
          const place = isLive(environment) ? new URL(environment).host : t('sandbox')
          return (
            <li
              key={environment}
              className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2 text-sm first:border-t-0"
            >
              <span>{t('leads', { place, count: leads })}</span>
              <span className="flex flex-wrap gap-2">
                {mayMove && <ActOnWaiting action="move" filter={filter} />}
                <ActOnWaiting action="cancel" filter={filter} />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
