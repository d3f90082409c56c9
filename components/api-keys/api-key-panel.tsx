'use client'

import { useTranslations } from 'use-intl'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { Badge } from '@/components/ui/badge'
import { DangerQuestion } from '@/components/ui/danger-question'
import { Data } from '@/components/ui/data'
import { Fact, Facts } from '@/components/ui/facts'
import type { Option } from '@/components/ui/options'
import { Panel } from '@/components/ui/panel'
import { ExactTime, RelativeTime } from '@/components/ui/times'
import { type ApiKeyView, apiKeyViewSchema } from '@/lib/api-keys/api-key'
import { swedishOrder } from '@/lib/i18n/language'
import { ChangeApiKey } from './api-key-dialogs'
import { RotateApiKey } from './rotate-api-key'
import { useKeyCall } from './use-api-keys'

type ApiKeyPanelProps = { apiKey: ApiKeyView; customers: Option[] }

/** One key, and what can be done with it. */
export function ApiKeyPanel({ apiKey, customers }: ApiKeyPanelProps) {
  const t = useTranslations('apiKeys')
  const { name, mode, state } = apiKey
  return (
    <Panel
      title={name}
      note={
        <>
          {mode === 'test' && <Badge tone="warning">{t('testMark')}</Badge>}
          {state !== 'active' && <Badge tone="neutral">{t(`states.${state}`)}</Badge>}
        </>
      }
      aside={
        state !== 'revoked' && (
          <div className="-mr-2 flex flex-wrap max-sm:-ml-2">
            <ChangeApiKey apiKey={apiKey} customers={customers} />
            {state === 'active' && <RotateApiKey apiKey={apiKey} />}
            <RevokeApiKey apiKey={apiKey} />
          </div>
        )
      }
    >
      <ApiKeyFacts apiKey={apiKey} customers={customers} />
    </Panel>
  )
}

type ApiKeyFactsProps = { apiKey: ApiKeyView; customers: Option[] }

/** What a key may do, and how it has been used. */
function ApiKeyFacts({ apiKey, customers }: ApiKeyFactsProps) {
  const t = useTranslations('apiKeys')
  const { perMinute, createdAt, expiresAt, lastUsedAt, revokedAt, secrets } = apiKey
  const nameOf = (vitecId: string) => customers.find(({ id }) => id === vitecId)?.name ?? vitecId
  return (
    <Facts>
      <Fact name={t('customers')}>
        {apiKey.customers === null
          ? t('scopes.all')
          : apiKey.customers.map(nameOf).toSorted(swedishOrder).join(', ')}
      </Fact>
      <Fact name={t('perMinute')}>{t('perMinuteCount', { count: perMinute })}</Fact>
      <Fact name={t('lastUsed')}>{lastUsedAt ? <RelativeTime at={lastUsedAt} /> : t('neverUsed')}</Fact>
      <Fact name={t('made')}>
        <ExactTime at={createdAt} look="day" />
      </Fact>
      {revokedAt ? (
        <Fact name={t('revokedAt')}>
          <ExactTime at={revokedAt} />
        </Fact>
      ) : (
        <Fact name={t('life')}>
          {expiresAt ? (
            <span>{t.rich('until', { time: () => <ExactTime at={expiresAt} /> })}</span>
          ) : (
            t('lives.never')
          )}
        </Fact>
      )}
      {secrets.map(({ hint, worksUntil }) => (
        <Fact key={hint} name={t(worksUntil ? 'oldSecret' : 'secret')}>
          <Data className="font-mono text-xs">{`…${hint}`}</Data>{' '}
          {worksUntil && <span>{t.rich('until', { time: () => <ExactTime at={worksUntil} /> })}</span>}
        </Fact>
      ))}
    </Facts>
  )
}

/** A button that ends a key for good, after a question. */
function RevokeApiKey({ apiKey }: { apiKey: ApiKeyView }) {
  const t = useTranslations('apiKeys')
  const refusalWords = useChangeRefusalWords()
  const { mutate, isPending, error } = useKeyCall(apiKeyViewSchema)
  return (
    <DangerQuestion
      action={t('revoke')}
      title={t('revokeNamed', { name: apiKey.name })}
      meaning={t('revokeMeaning')}
      cancel={t('cancel')}
      error={error ? refusalWords(error, t('notSaved')) : undefined}
      isPending={isPending}
      onConfirm={(close) => mutate({ method: 'POST', path: `/${apiKey.id}/revoke` }, { onSuccess: close })}
    />
  )
}
