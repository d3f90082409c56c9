import type { ApiKeyMode, ApiKeyView } from '@/lib/api-keys/api-key'
import { parseSwedishNumber } from '@/lib/validation/swedish-number'

/** For how many days a key is made. */
export const lives = ['never', '30', '90', '365'] as const

/** A key as it is typed and chosen. */
export type ApiKeyValues = {
  name: string
  mode: ApiKeyMode
  scope: 'all' | 'chosen'
  customers: string[]
  perMinute: string
  life: (typeof lives)[number]
}

const fresh: ApiKeyValues = {
  ...{ name: '', mode: 'live', scope: 'chosen', customers: [], perMinute: '60', life: 'never' },
}

/** What the form begins with: the key as it is, or a new one. */
export function apiKeyValues(apiKey: ApiKeyView | null): ApiKeyValues {
  if (!apiKey) return fresh
  const { name, mode, customers, perMinute } = apiKey
  const scope = customers === null ? 'all' : 'chosen'
  return { ...fresh, name, mode, scope, customers: customers ?? [], perMinute: String(perMinute) }
}

/** A key as the body that the API takes, unchecked. */
export function toApiKeyBody({ name, mode, scope, customers, perMinute, life }: ApiKeyValues): object {
  return {
    name,
    mode,
    customers: scope === 'all' ? null : customers,
    perMinute: perMinute.trim() === '' ? null : (parseSwedishNumber(perMinute) ?? perMinute),
    expiresInDays: life === 'never' ? null : Number(life),
  }
}
