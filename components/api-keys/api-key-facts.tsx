'use client'

import { useTranslations } from 'use-intl'
import { Data } from '@/components/ui/data'
import { ExactTime } from '@/components/ui/exact-time'
import { Fact, Facts } from '@/components/ui/facts'
import type { Option } from '@/components/ui/options'
import { RelativeTime } from '@/components/ui/relative-time'
import type { ApiKeyView } from '@/lib/api-keys/api-key'
import { swedishOrder } from '@/lib/i18n/language'

type ApiKeyFactsProps = { apiKey: ApiKeyView; customers: Option[] }

/** What a key may do, and how it has been used. */
export function ApiKeyFacts({ apiKey, customers }: ApiKeyFactsProps) {
  const words = useTranslations('apiKeys')
  const { perMinute, createdAt, expiresAt, lastUsedAt, revokedAt, secrets } = apiKey
  const nameOf = (vitecId: string) => customers.find(({ id }) => id === vitecId)?.name ?? vitecId
  return (
    <Facts>
      <Fact name={words('customers')}>
        {apiKey.customers === null
          ? words('scopes.all')
          : apiKey.customers.map(nameOf).toSorted(swedishOrder).join(', ')}
      </Fact>
      <Fact name={words('perMinute')}>{words('perMinuteCount', { count: perMinute })}</Fact>
      <Fact name={words('lastUsed')}>
        {lastUsedAt ? <RelativeTime at={lastUsedAt} /> : words('neverUsed')}
      </Fact>
      <Fact name={words('made')}>
        <ExactTime at={createdAt} look="day" />
      </Fact>
      {revokedAt ? (
        <Fact name={words('revokedAt')}>
          <ExactTime at={revokedAt} />
        </Fact>
      ) : (
        <Fact name={words('life')}>
          {expiresAt ? (
            <span>{words.rich('until', { time: () => <ExactTime at={expiresAt} /> })}</span>
          ) : (
            words('lives.never')
          )}
        </Fact>
      )}
      {secrets.map(({ hint, worksUntil }) => (
        <Fact key={hint} name={words(worksUntil ? 'oldSecret' : 'secret')}>
          <Data className="font-mono text-xs">{`…${hint}`}</Data>{' '}
          {worksUntil && <span>{words.rich('until', { time: () => <ExactTime at={worksUntil} /> })}</span>}
        </Fact>
      ))}
    </Facts>
  )
}
