'use client'

import { useTranslations } from 'use-intl'
import { useChangeRefusalWords } from '@/components/form/use-refusal-words'
import { DangerQuestion } from '@/components/ui/danger-question'
import { type ApiKeyView, apiKeyViewSchema } from '@/lib/api-keys/api-key'
import { useKeyCall } from './use-key-call'

/** A button that ends a key for good, after a question. */
export function RevokeApiKey({ apiKey }: { apiKey: ApiKeyView }) {
  const words = useTranslations('apiKeys')
  const refusalWords = useChangeRefusalWords()
  const { mutate, isPending, error } = useKeyCall(apiKeyViewSchema)
  return (
    <DangerQuestion
      action={words('revoke')}
      title={words('revokeNamed', { name: apiKey.name })}
      meaning={words('revokeMeaning')}
      cancel={words('cancel')}
      error={error ? refusalWords(error, words('notSaved')) : undefined}
      isPending={isPending}
      onConfirm={(close) => mutate({ method: 'POST', path: `/${apiKey.id}/revoke` }, { onSuccess: close })}
    />
  )
}
