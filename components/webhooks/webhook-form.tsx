'use client'

import { useController } from 'react-hook-form'
import { useTranslations } from 'use-intl'
import { Form, FormError } from '@/components/form/form'
import { FormTextField } from '@/components/form/form-text-field'
import { useSchemaForm } from '@/components/form/use-schema-form'
import { Button } from '@/components/ui/button'
import { CheckboxGroup } from '@/components/ui/checkbox-group'
import { showToast } from '@/components/ui/toast'
import { madeWebhookSchema, type Webhook, webhookEventTypes, webhookSchema } from '@/lib/webhooks/webhook'
import { webhookInputSchema } from '@/lib/webhooks/webhook-input'
import { useWebhookCall } from './use-webhook'

type WebhookFormProps = {
  senderId: string
  webhook: Webhook | null
  /** Told the secret of a new one. */
  onSecret: (secret: string) => void
}

/** Where a sender's receiver is, and what it wants to be told. Saving switches a webhook on again. */
export function WebhookForm({ senderId, webhook, onSecret }: WebhookFormProps) {
  const t = useTranslations('webhooks')
  const { mutateAsync } = useWebhookCall(senderId, madeWebhookSchema.or(webhookSchema))
  const { control, submit, isSubmitting, rootError } = useSchemaForm({
    schema: webhookInputSchema,
    defaultValues: { url: webhook?.url ?? '', events: [...(webhook?.events ?? webhookEventTypes)] },
  })
  const { field: events, fieldState } = useController({ control, name: 'events' })
  const save = submit(
    (body) => mutateAsync({ method: 'PUT', body }),
    (saved) => {
      if ('secret' in saved) onSecret(saved.secret)
      else showToast({ tone: 'success', title: t('saved') })
    },
  )
  return (
    <Form onSubmit={save} className="grid gap-3">
      <FormTextField control={control} name="url" label={t('url')} hint={t('urlHint')} />
      <CheckboxGroup
        label={t('events')}
        options={webhookEventTypes.map((id) => ({ id, name: t(`types.${keyOfType(id)}`) }))}
        value={[...(events.value ?? [])]}
        onChange={events.onChange}
        error={fieldState.error?.message}
      />
      <FormError message={rootError} />
      <div>
        <Button type="submit" variant="primary" isPending={isSubmitting}>
          {t(webhook?.state === 'off' ? 'saveAndSwitchOn' : 'save')}
        </Button>
      </div>
    </Form>
  )
}

/** A key of the messages has no dot in it. */
export const keyOfType = <T extends string>(type: `${string}.${T}`): T =>
  // What stands after the dot is what the type says it is.
  type.slice(type.indexOf('.') + 1) as T
