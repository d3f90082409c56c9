import type { Resolver } from 'react-hook-form'
import type { FieldErrorWords } from '@/components/form/field-error-words'
import { type ApiKeyView, type NewApiKey, newApiKeySchema } from '@/lib/api-keys/api-key'
import { fieldErrors } from '@/lib/validation/field-error'
import { parseSwedishNumber } from '@/lib/validation/swedish-number'

/** For how many days a key is made. */
export const lives = ['never', '30', '90', '365'] as const

/** A key as it is typed and chosen. */
export type ApiKeyValues = {
  name: string
  scope: 'all' | 'chosen'
  customers: string[]
  perMinute: string
  life: (typeof lives)[number]
}

const fresh: ApiKeyValues = { name: '', scope: 'chosen', customers: [], perMinute: '60', life: 'never' }

/** What the form begins with: the key as it is, or a new one. */
export function apiKeyValues(apiKey: ApiKeyView | null): ApiKeyValues {
  if (!apiKey) return fresh
  const { name, customers, perMinute } = apiKey
  const scope = customers === null ? 'all' : 'chosen'
  return { ...fresh, name, scope, customers: customers ?? [], perMinute: String(perMinute) }
}

/** Checks a key with the API's own schema. */
export function apiKeyResolver(words: FieldErrorWords): Resolver<ApiKeyValues, unknown, NewApiKey> {
  return (values) => {
    const parsed = newApiKeySchema.safeParse(toBody(values))
    if (parsed.success) return { values: parsed.data, errors: {} }
    const errors = fieldErrors(parsed.error).map((error) => [
      error.field,
      { type: error.code, message: words(error) },
    ])
    return { values: {}, errors: Object.fromEntries(errors) }
  }
}

function toBody({ name, scope, customers, perMinute, life }: ApiKeyValues): object {
  return {
    name,
    customers: scope === 'all' ? null : customers,
    perMinute: perMinute.trim() === '' ? null : (parseSwedishNumber(perMinute) ?? perMinute),
    expiresInDays: life === 'never' ? null : Number(life),
  }
}
