'use client'

import { useTranslations } from 'use-intl'
import { Badge } from '@/components/ui/badge'
import type { Option } from '@/components/ui/options'
import { Panel } from '@/components/ui/panel'
import type { ApiKeyView } from '@/lib/api-keys/api-key'
import { ApiKeyFacts } from './api-key-facts'
import { ChangeApiKey } from './change-api-key'
import { RevokeApiKey } from './revoke-api-key'
import { RotateApiKey } from './rotate-api-key'

type ApiKeyPanelProps = { apiKey: ApiKeyView; customers: Option[] }

/** One key, and what can be done with it. */
export function ApiKeyPanel({ apiKey, customers }: ApiKeyPanelProps) {
  const words = useTranslations('apiKeys')
  const { name, state } = apiKey
  return (
    <Panel
      title={name}
      note={state !== 'active' && <Badge tone="neutral">{words(`states.${state}`)}</Badge>}
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
